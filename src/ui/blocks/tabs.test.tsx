import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { Tabs } from './tabs.tsx'

const reader = uiReader('en')

test('a row of tabs is a navigation of links with a name of its own, and the current page is marked', () => {
  const tabs = [
    { label: 'Wishes', href: '/partners', current: false },
    {
      label: (
        <>
          Expectations <span class="count">3</span>
        </>
      ),
      href: '/expectations',
      current: true,
    },
  ]
  expect(renderFor(reader, () => <Tabs label="Partners" tabs={tabs} />)).toBe(
    '<nav class="tabs" aria-label="Partners"><ul><li><a href="/partners">Wishes</a></li>' +
      '<li><a href="/expectations" aria-current="page">Expectations <span class="count">3</span></a></li></ul></nav>',
  )
})

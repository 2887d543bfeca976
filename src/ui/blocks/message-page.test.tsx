import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { ErasureSection } from './erasure-question.tsx'
import { MessagePage } from './message-page.tsx'

const reader = uiReader('en')

test('a message says one thing, and where to go on', () => {
  const next = { href: '/propose', label: 'Propose an event' }
  expect(renderFor(reader, () => <MessagePage title="Your link" text="It was used." next={next} />)).toBe(
    '<header class="page-heading"><h1>Your link</h1></header><p>It was used.</p>' +
      '<p><a class="button" href="/propose">Propose an event</a></p>',
  )
})

test('a message that leads nowhere may belong to something, and say more', () => {
  const page = (
    <MessagePage kicker={<a href="/event">Festival</a>} title="Sent" text="A mail follows." next={null}>
      <p>Look into your spam.</p>
    </MessagePage>
  )
  expect(renderFor(reader, () => page)).toBe(
    '<header class="page-heading"><p class="kicker"><a href="/event">Festival</a></p><h1>Sent</h1></header>' +
      '<p>A mail follows.</p><p>Look into your spam.</p>',
  )
})

test('who reads a page by secret link is told what is kept about them, and has it erased by a button', () => {
  const section = (
    <ErasureSection title="Your data" label="Erase them" address="/fr/it/0a1b">
      <p>Kept for a year.</p>
    </ErasureSection>
  )
  expect(renderFor(reader, () => section)).toBe(
    '<section class="section" aria-labelledby="data"><div class="section-head"><h2 id="data">Your data</h2></div>' +
      '<p>Kept for a year.</p><form method="post" action="/fr/it/0a1b/erasure">' +
      '<button type="submit" class="button">Erase them</button></form></section>',
  )
})

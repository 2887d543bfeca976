import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'

interface TabsProps {
  /** The name of the row, if a page has more than one. */
  label?: string
  tabs: readonly { label: ComponentChildren; href: string; current?: boolean }[]
}

/** Several views of one list, or several pages of one place, each with its own address: links, not a widget. */
export function Tabs({ label, tabs }: TabsProps) {
  const reader = useReader()
  return (
    <nav class="tabs" aria-label={label ?? reader.t('ui.tabs.label')}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

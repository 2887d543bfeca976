import type { Reader } from '../../platform/i18n/reader.ts'
import type { NavigationLink } from '../shell/addresses.ts'

/** Several views of one list, each with its own address: links, not a widget. */
export function Tabs({ reader, label, tabs }: { reader: Reader; label?: string; tabs: NavigationLink[] }) {
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

import { addressFor } from '../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../platform/i18n/translate.ts'
import { Tabs } from '../../ui/blocks/tabs.tsx'
import { useReader } from '../../ui/reader.tsx'

/** The pages behind the entry *Practices*, in order: what follows the network in their addresses. */
const tabs = [
  { path: '/practices', label: 'practices.tab.sheets' },
  { path: '/questions', label: 'questions.list.title' },
  { path: '/practices/people', label: 'contacts.people.title' },
] as const satisfies readonly { path: string; label: PlainMessageKey }[]

/** Sheets, and whom to ask: pages of one place, each with its own address. */
export function PracticesTabs({ network, here }: { network: string; here: (typeof tabs)[number]['path'] }) {
  const reader = useReader()
  return (
    <Tabs
      tabs={tabs.map(({ path, label }) => ({
        label: reader.t(label),
        href: addressFor(reader, `/${network}${path}`),
        current: path === here,
      }))}
    />
  )
}

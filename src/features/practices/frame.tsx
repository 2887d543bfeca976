import type { Visit } from '../../platform/http/visit.ts'
import { addressFor } from '../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../platform/i18n/translate.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { Tabs } from '../../ui/blocks/tabs.tsx'
import { useReader } from '../../ui/reader.tsx'
import { loadNetworkRequest, type NetworkRequest } from '../networks/index.ts'
import { paths } from './paths.ts'
import { maySpeakFor } from './policy.ts'
import { findPractice, type Practice } from './sheets/queries.ts'
import { practiceTitle } from './sheets/sheet-words.ts'

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

export interface PracticeRequest extends NetworkRequest {
  practice: Practice
  /** The reader speaks for its holder. */
  isHolders: boolean
}

/** A sheet as its reader sees it on the day that they look at. */
export async function loadPracticeRequest(visit: Visit): Promise<PracticeRequest> {
  const loaded = await loadNetworkRequest(visit)
  return withPractice(loaded, loaded.context)
}

/** A sheet as it stands now, for a form that changes something. */
export async function loadSheetForm(visit: Visit): Promise<PracticeRequest> {
  const loaded = await loadNetworkRequest(visit)
  return withPractice(loaded, loaded.writing)
}

async function withPractice(
  loaded: NetworkRequest,
  context: NetworkRequest['context'],
): Promise<PracticeRequest> {
  const slug = parameterOf(loaded.request.params, 'slug') ?? ''
  const practice = await findPractice(context, loaded.network.id, slug)
  return {
    ...loaded,
    practice,
    isHolders: maySpeakFor(context.actor, practice.networkId, practice.holder.id),
  }
}

/** From a form of a sheet back to its page. */
export function backToSheet({ reader, network, practice }: PracticeRequest) {
  return {
    href: paths.practice(reader, network.slug, practice.slug),
    label: practiceTitle(reader, practice),
  }
}

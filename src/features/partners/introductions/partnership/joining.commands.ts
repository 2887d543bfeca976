import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { RecordKind } from '../../../../platform/records/record-kind.ts'
import { amendRecord } from '../../../contributions/index.ts'
import type { Network } from '../../../networks/index.ts'
import { cooperationDocument } from '../../../registry/cooperations/index.ts'
import type { CooperationSummary } from '../../../registry/index.ts'
import type { Introduction } from '../introduction.ts'

export interface Making {
  network: Network
  reader: Reader
  /** Cooperations as the whole house changes them. */
  kind: RecordKind
  /** The forms by which the two would work together, in a language; '' where none is given, or it is not known in that language. */
  formsIn(language: string): string
}

/** Adds a partnership to a cooperation that is there: the themes that it lacks, and what is planned, by which form, until when; answers its id. */
export async function joinTie(
  context: Context,
  introduction: Introduction,
  making: Making,
  { tie, claimedBy }: { tie: CooperationSummary; claimedBy: string | null },
): Promise<string> {
  const { network, reader, kind } = making
  const parties = tie.parties.filter(({ capacity }) => capacity === 'party')
  const head = { id: tie.id, slug: tie.slug, title: {}, organisationIds: parties.map(({ id }) => id) }
  await amendRecord(
    context,
    {
      network,
      kind,
      head,
      reason: reader.t('partners.introduction.reasonAdded'),
      language: reader.interfaceLanguage,
      origin: 'edit',
      organisationId: claimedBy,
    },
    (document) => withPartnership(context, document, introduction, making),
  )
  return tie.id
}

function withPartnership(
  { today }: Context,
  before: RecordDocument,
  { wish }: Introduction,
  making: Making,
): RecordDocument {
  const document = cooperationDocument.parse(before)
  const { themes, prospects } = document
  const known = new Set(themes.map(({ id }) => id))
  const text = prospectOf(wish, making)
  const place = Math.max(-1, ...prospects.map(({ id }) => Number(id))) + 1
  const prospect = { id: String(place), text, horizon: wish.horizon, knownOn: today }
  return {
    ...document,
    themes: [
      // A theme that was only wished for is part of the cooperation now.
      ...themes.map((theme) => (wish.themes.includes(theme.id) ? { ...theme, wished: false } : theme)),
      ...wish.themes.filter((id) => !known.has(id)).map((id) => ({ id, wished: false, knownOn: today })),
    ],
    prospects: Object.keys(text).length === 0 ? prospects : [...prospects, prospect],
  }
}

// What the wish is called, and by which forms, in each of its languages; of one that not everybody reads the forms alone.
function prospectOf(
  { title, isPublic }: Introduction['wish'],
  { network, formsIn, reader }: Making,
): LocalizedText {
  if (isPublic)
    return Object.fromEntries(
      Object.entries(title).map(([language, { text, state }]) => {
        const forms = formsIn(language)
        return [language, { text: forms === '' ? text : `${text} (${forms})`, state }]
      }),
    )
  const own = reader.interfaceLanguage
  return Object.fromEntries(
    [...new Set([own, ...network.languages])].flatMap((language) => {
      const text = formsIn(language)
      return text === ''
        ? []
        : [[language, { text, state: language === own ? 'original' : 'reviewed' }] as const]
    }),
  )
}

import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import type { TextDocument, TextPassage } from '../../../platform/reading/text-document.ts'
import { TextUnreadable } from '../../../platform/reading/text-unreadable.ts'
import { findNames } from '../../directory/picking/index.ts'
import { keepFound, type NameSheet } from './commands.ts'
import { findPracticesIn } from './find-practices.ts'
import { listUnreadTexts, type UnreadText } from './queries.ts'

const textsAtOnce = 10

/** Reads new minutes, imports and debriefs for practices; at the start what is there already. */
export const proposalJob = (application: Application): Job => ({
  name: 'practices.proposals',
  cron: '*/10 * * * *',
  atStart: true,
  run: async () => {
    await proposeFromTexts(application)
  },
})

/** Reads all texts that were not read for practices yet; returns how many proposals are new. */
export async function proposeFromTexts(application: Application): Promise<number> {
  const operator = operatorContext(application)
  let fresh = 0
  for (;;) {
    const texts = await listUnreadTexts(operator, textsAtOnce)
    if (texts.length === 0 || application.stopping.aborted) return fresh
    for (const text of texts) fresh += await proposeFrom(application, operator, text)
  }
}

async function proposeFrom(services: Application, operator: Context, text: UnreadText): Promise<number> {
  const context = { ...operator, today: ownDay(services, text.opensOn) }
  const told = services.tellSentences?.(context, documentOf(text), services.stopping) ?? Promise.resolve([])
  const sentences = await told.catch((error: unknown) => {
    // A text that cannot be understood proposes nothing, and is not tried for ever.
    if (!(error instanceof TextUnreadable) || error.code === 'tooMany') throw error
    services.log.warn({ textId: text.id }, 'a text could not be read for practices')
    return []
  })
  return keepFound(context, text, findPracticesIn(sentences), nameSheet(services))
}

/** The passages of a source as a text to be understood, under their titles. */
function documentOf({ language, passages }: UnreadText): TextDocument {
  const plain = { at: [], line: 0, page: null, strong: [], links: [], cells: [], table: null }
  const read = passages.flatMap(({ heading, text }, index): TextPassage[] => {
    const before = passages[index - 1]?.heading ?? []
    const from = heading.findIndex((title, depth) => title !== before[depth])
    const titles = [...heading.entries()].slice(from < 0 ? heading.length : from)
    return [
      ...titles.map(([depth, title]) => ({
        ...{ ...plain, kind: 'title' as const, level: Math.min(6, depth + 1), text: title },
      })),
      { ...plain, kind: 'paragraph', level: 0, text },
    ]
  })
  const known = language === 'ko' || language === 'en' ? language : 'fr'
  return { format: 'text', language: known, source: '', passages: read, pages: null, remarks: [] }
}

/** « Espaces verts : Nantes – Suncheon », machine-made in every language. */
const nameSheet =
  ({ translate }: Pick<Application, 'translate'>): NameSheet =>
  async (context, { holderId, partnerIds, themes }) => {
    const ids = [...(holderId === null ? [] : [holderId]), ...partnerIds]
    const title: LocalizedText = {}
    for (const language of interfaceLanguages) {
      const t = translate(language)
      const parties = ids.map(await findNames(context, { language }, ids))
      const subjects = themes.map((theme) => t(`networks.theme.${theme}`)).join(', ')
      const text = t('practices.proposal.name', { themes: subjects, parties: parties.join(' – ') })
      title[language] = { text: capitalized(text, language), state: 'machine' }
    }
    return title
  }

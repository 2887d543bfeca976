import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Letter } from '../../../../platform/letters/letter.ts'
import { renderLetter } from '../../../../platform/letters/rendering/render-letter.ts'
import type { MailingVersion } from '../../../../platform/mail/mailing/mailing.ts'
import type { Network } from '../../../networks/index.ts'
import type { CountedOf } from '../../counting/counted-letter.ts'
import { type PublishedIssue, shownParts } from '../../issues/issue.ts'
import { headingOf, letterOf } from '../../issues/letter.ts'
import type { Subscription } from '../../subscribers/subscription.ts'
import { compileDigest, type Season } from '../season.ts'
import { markOfChoice, whatConcerns } from '../what-concerns.ts'

/** What readers of one kind get in common: one version of a mailing. */
export interface Edition {
  /** `issue.fr`, `concerns.ko.MARK`, `issue.fr.counted`. */
  key: string
  language: InterfaceLanguage
  /** The letter whose openings and clicks it counts; null for none. */
  counted: CountedOf | null
  letter(): Letter
}

export type EditionReader = Pick<
  Subscription,
  'language' | 'frequency' | 'themes' | 'organisationId' | 'uncountedAt'
>

/** What is sent: an issue, or those of a season. */
export type Told =
  | { kind: 'issue'; issue: PublishedIssue }
  | { kind: 'digest'; sendingId: string; season: Season; issues: readonly PublishedIssue[] }

interface EditionContext {
  baseUrl: string
  translate(language: InterfaceLanguage): Translate
  network: Pick<Network, 'slug' | 'name'>
  today: string
  /** Whether the network counts openings and clicks. */
  isCounting: boolean
}

/** The edition for a reader; null if nothing in the letter concerns them. */
export function editionFor(
  editionContext: EditionContext,
  told: Told,
  reader: EditionReader,
): Edition | null {
  const { language } = reader
  const id = told.kind === 'digest' ? told.sendingId : told.issue.id
  const counted = editionContext.isCounting && reader.uncountedAt === null ? { kind: told.kind, id } : null
  const edition = (key: string, letter: () => Letter): Edition => ({
    key: counted === null ? key : `${key}.counted`,
    language,
    counted,
    letter,
  })
  if (told.kind === 'digest')
    return edition(`digest.${language}`, () => digestLetter(editionContext, told, language))
  const { issue } = told
  if (reader.frequency !== 'concerns')
    return edition(`issue.${language}`, () => letterIn(editionContext, issue, language))
  const parts = whatConcerns(shownParts(issue.parts), reader)
  if (parts.length === 0) return null
  return edition(`concerns.${language}.${markOfChoice(parts)}`, () =>
    chosenLetter(editionContext, { ...issue, parts }, language),
  )
}

type Tellable = Parameters<typeof letterOf>[0]

function letterIn(editionContext: EditionContext, issue: Tellable, language: InterfaceLanguage): Letter {
  const { baseUrl, network, today, translate } = editionContext
  return letterOf(issue, { baseUrl, t: translate(language), network, language, today })
}

// Says that it is a selection, and where the rest is.
function chosenLetter(editionContext: EditionContext, issue: Tellable, language: InterfaceLanguage): Letter {
  const letter = letterIn(editionContext, issue, language)
  const t = editionContext.translate(language)
  return {
    ...letter,
    heading: `${letter.heading} – ${t('newsletter.sending.chosenHeading')}`,
    parts: [...letter.parts, buttonTo(t('newsletter.sending.wholeIssue'), letter.webAddress, language)],
  }
}

function digestLetter(
  editionContext: EditionContext,
  { season, issues }: Extract<Told, { kind: 'digest' }>,
  language: InterfaceLanguage,
): Letter {
  const t = editionContext.translate(language)
  const text = t(`newsletter.sending.digest.${season.name}`, { years: season.years })
  const parts = compileDigest(issues)
  const letter = letterIn(
    editionContext,
    {
      number: null,
      publishedOn: null,
      title: { [language]: { text, state: 'reviewed' } },
      introduction: {
        [language]: {
          text: t('newsletter.sending.digest.introduction', { count: issues.length }),
          state: 'reviewed',
        },
      },
      parts,
    },
    language,
  )
  const going = { t, language, today: editionContext.today }
  return {
    ...letter,
    heading: t('newsletter.sending.digest.heading'),
    parts: [
      ...letter.parts,
      ...issues.map((issue) =>
        buttonTo(headingOf(issue, going), `${letter.webAddress}/${issue.number}`, language),
      ),
    ],
  }
}

function buttonTo(text: string, address: string, language: InterfaceLanguage) {
  return { kind: 'button' as const, label: { text, language }, address }
}

/** A letter cannot become a mail: it is too large, which only its editors can fix, or drawing it failed. */
export class LetterNotDrawn extends Error {
  readonly trouble: 'tooLarge' | 'fault'

  constructor(trouble: 'tooLarge' | 'fault', detail: string) {
    super(detail)
    this.trouble = trouble
  }
}

// The size at which Gmail cuts a mail off.
const mostBytes = 102_000

/** The mail of an edition. Also throws `LetterNotDrawn` for a mail that mail programs would cut off. */
export async function renderEdition(
  services: { translate(language: InterfaceLanguage): Translate },
  edition: Pick<Edition, 'key' | 'language'>,
  letter: Letter,
): Promise<MailingVersion> {
  const { html, text } = await renderLetter(services, letter).catch((error: unknown) => {
    throw new LetterNotDrawn('fault', `${edition.key}: ${error instanceof Error ? error.message : error}`)
  })
  const bytes = Buffer.byteLength(html)
  if (bytes > mostBytes) throw new LetterNotDrawn('tooLarge', `${edition.key}: ${bytes} B`)
  const { key, language } = edition
  return { key, language, sender: letter.sender, subject: letter.title.text, html, text }
}

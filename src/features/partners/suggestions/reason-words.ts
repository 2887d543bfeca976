import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { displayNames, listFormatter, numberFormatter } from '../../../platform/i18n/formatters.ts'
import { chooseName, chooseText, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'
import { countryName, kindName } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { Tier } from '../competence.ts'
import type { Caution } from './caution.ts'
import type { NamedThings } from './named.queries.ts'
import type { Ground, TermPart } from './profile.ts'
import type { Reason } from './reason.ts'

/** Where one reads what a reason rests on. */
export interface GroundLink {
  label: string
  /** Null for a table of the project. */
  href: string | null
}

interface Speaking {
  reader: Reader
  network: string
  named: NamedThings
  ownId: string
  otherId: string
}

/** A reason as a sentence in the reader’s language, with the pages of what it rests on. */
export function reasonWords(speaking: Speaking, reason: Reason): { sentence: string; grounds: GroundLink[] } {
  return { sentence: sentenceOf(speaking, reason), grounds: groundsOf(speaking, reason) }
}

function sentenceOf(speaking: Speaking, reason: Reason): string {
  const { reader, named, ownId, otherId } = speaking
  const { t } = reader
  const nameOf = (id: string | null) => nameIn(reader, named, id)
  switch (reason.says) {
    case 'theyHaveWhatYouSeek':
    case 'youHaveWhatTheySeek':
    case 'bothSeek':
    case 'bothWorkOn':
    case 'bothMayAct':
      return t(`partners.suggestion.reason.${reason.says}`, { themes: themeList(reader, reason.themes) })
    case 'theyMeetYourTerms':
    case 'youMeetTheirTerms':
      return t(`partners.suggestion.reason.${reason.says}`, { parts: termList(reader, reason.parts) })
    case 'sameForms':
      return t('partners.suggestion.reason.sameForms', {
        forms: join(
          reader,
          reason.forms.map((form) => t(`partners.form.${form}`)),
        ),
      })
    case 'likeSize':
      return t(`partners.suggestion.reason.${likeSizeKeys[reason.area ?? 'none']}`, {
        own: count(reader, reason.own),
        other: count(reader, reason.other),
      })
    case 'likeRank': {
      const kindOf = (id: string) => kindName(reader, named.organisations.get(id)?.kind ?? '')
      return t('partners.suggestion.reason.likeRank', { kind: kindOf(ownId), otherKind: kindOf(otherId) })
    }
    case 'alike':
      return t('partners.suggestion.reason.alike', {
        count: reason.traits.length,
        traits: join(
          reader,
          reason.traits.map((trait) => t(`partners.trait.${trait}`)),
        ),
      })
    case 'bridge':
      return t(`partners.suggestion.reason.${reason.isOwn ? 'bridgeOwn' : 'bridge'}`, {
        holder: nameOf(reason.holderId),
        partner: nameOf(reason.partnerId),
      })
    case 'onTheGround':
      return t(`partners.suggestion.reason.onTheGround${reason.isYours ? 'Yours' : 'Theirs'}`, {
        names: join(
          reader,
          reason.grounds.map(({ id }) => nameOf(id)),
        ),
      })
    case 'sameNetworks':
      return t('partners.suggestion.reason.sameNetworks')
    case 'metBefore':
    case 'knowsYourCountry':
      return t(`partners.suggestion.reason.${reason.says}`, { count: reason.count })
    case 'near':
      return t('partners.suggestion.reason.near', { kilometres: count(reader, reason.kilometres) })
    case 'sameLanguage': {
      const languages = displayNames(reader.interfaceLanguage, { type: 'language' })
      return t('partners.suggestion.reason.sameLanguage', {
        languages: join(
          reader,
          reason.languages.map((language) => languages.of(language) ?? language),
        ),
      })
    }
  }
}

const likeSizeKeys = { none: 'likeSize', own: 'likeSizeOwnArea', other: 'likeSizeTheirArea' } as const

const mostGrounds = 4

function groundsOf(speaking: Speaking, { signal, grounds }: Reason): GroundLink[] {
  return grounds.slice(0, mostGrounds).flatMap((ground) => {
    if (ground.kind !== 'table') return linkOf(speaking, ground) ?? []
    const label = speaking.reader.t(
      signal === 'competence' ? 'partners.suggestion.competenceTable' : 'partners.suggestion.table',
    )
    return { label, href: null }
  })
}

function linkOf({ reader, network, named }: Speaking, { kind, id }: Ground): GroundLink | null {
  const at = (path: string) => addressFor(reader, `/${network}${path}`)
  if (kind === 'cooperation') {
    const tie = named.cooperations.get(id)
    return tie
      ? {
          label: tie.parties.map((name) => chooseName(name, reader.language).text).join(' – '),
          href: at(`/cooperations/${tie.slug}`),
        }
      : null
  }
  const page = named.pages.get(id)
  if (page) return { label: chooseText(page.title, reader.language)?.text ?? '', href: at(page.path) }
  const organisation = named.organisations.get(kind === 'interest' ? (named.interests.get(id) ?? '') : id)
  return organisation
    ? {
        label: nameIn(reader, named, organisation.id),
        href: at(`/organisations/${organisation.slug}${kind === 'interest' ? '#seeks' : ''}`),
      }
    : null
}

/** What speaks against a pair, as a sentence. */
export function cautionWords({ reader }: Pick<Speaking, 'reader'>, caution: Caution): string {
  const { t } = reader
  switch (caution.says) {
    case 'theyMayNotAct':
    case 'youMayNotAct':
      return t(`partners.suggestion.caution.${caution.says}`, {
        theme: t(`networks.theme.${caution.theme}`),
        mainTiers: tierList(reader, caution.mainTiers),
        otherTiers: tierList(reader, caution.otherTiers),
      })
    case 'stateMatter':
      return t('partners.suggestion.caution.stateMatter', {
        themes: capitalized(themeList(reader, caution.themes), reader.interfaceLanguage),
        country: countryName(reader, caution.country),
      })
    case 'theyMissYourTerms':
    case 'youMissTheirTerms':
      return t(`partners.suggestion.caution.${caution.says}`, { parts: termList(reader, caution.parts) })
    case 'manyTies':
    case 'refused':
      return t(`partners.suggestion.caution.${caution.says}`, { count: caution.count })
    case 'otherSize':
      return t('partners.suggestion.caution.otherSize', { factor: count(reader, caution.factor) })
    case 'alreadyTied':
      return t('partners.suggestion.caution.alreadyTied')
  }
}

/** What an organisation is called where lists name it. */
export function nameIn(reader: Reader, { organisations }: NamedThings, id: string | null): string {
  const organisation = organisations.get(id ?? '')
  if (!organisation) return '–'
  const names: LocalizedName = { ...organisation.name, ...organisation.shortName }
  return chooseName(names, reader.language).text
}

/** Themes in the reader’s words, one after the other. */
export function themeList(reader: Reader, list: readonly Theme[]): string {
  return join(
    reader,
    list.map((theme) => reader.t(`networks.theme.${theme}`)),
  )
}

function termList(reader: Reader, list: readonly TermPart[]): string {
  return join(
    reader,
    list.map((part) => reader.t(`partners.suggestion.term.${part}`)),
  )
}

function tierList(reader: Reader, list: readonly Tier[]): string {
  return list.length === 0
    ? '–'
    : join(
        reader,
        list.map((tier) => reader.t(`partners.tier.${tier}`)),
      )
}

function join({ interfaceLanguage }: Reader, words: string[]): string {
  return listFormatter(interfaceLanguage, { type: 'conjunction' }).format(words)
}

function count({ interfaceLanguage }: Reader, figure: number): string {
  return numberFormatter(interfaceLanguage, {}).format(figure)
}

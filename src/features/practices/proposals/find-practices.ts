import { plainCopy } from '../../../platform/reading/plain-copy.ts'
import type { ToldSentence } from '../../../platform/reading/told-sentence.ts'
import { type Theme, themesIn } from '../../networks/themes/index.ts'
import * as words from './practice-words.ts'

export const foundKinds = ['practice', 'question', 'intention', 'need'] as const

/** What sentences tell of an exchange of practice; whatever they do not say stays empty. */
export interface FoundPractice {
  /** question: one side asks the other; intention: nobody did it yet; need: what a group asks for. */
  kind: (typeof foundKinds)[number]
  /** Who does it, or asks; null for a need. */
  holderId: string | null
  partnerIds: string[]
  themes: Theme[]
  /** EDTF. */
  period: string | null
  /** The sentences, the one that says most first. */
  sentences: ToldSentence[]
}

/** A sentence in its plain copy, as long as the text. */
interface Read {
  told: ToldSentence
  plain: string
}

/**
 * The exchanges of practice that the sentences of one text tell, each once: a pure reading of their words. A sentence whose parties are
 * not certain tells none.
 */
export function findPracticesIn(sentences: readonly ToldSentence[]): FoundPractice[] {
  const all: FoundPractice[] = []
  for (const each of sentences.flatMap(readSentence)) {
    const same = all.find((other) => isSame(other, each))
    if (!same) all.push(each)
    else {
      same.sentences.push(...each.sentences)
      same.period ??= each.period
    }
  }
  return all
}

const isSame = (one: FoundPractice, other: FoundPractice) =>
  one.kind === other.kind &&
  idsOf(one) === idsOf(other) &&
  one.themes.toSorted().join() === other.themes.toSorted().join()
const idsOf = ({ holderId, partnerIds }: FoundPractice) => [holderId, ...partnerIds].toSorted().join()

function readSentence(told: ToldSentence): FoundPractice[] {
  const read = { told, plain: plainCopy(told.text) }
  if (words.denying.test(read.plain)) return []
  return (
    readNeeds(read) ?? readQuestion(read) ?? readExchange(read) ?? readLearned(read) ?? readOwn(read) ?? []
  )
}

/** Something found; of its sides, those that are certain. */
function found(
  kind: FoundPractice['kind'],
  told: ToldSentence,
  themes: Theme[],
  { holders, period = null }: { holders: readonly (string | null)[]; period?: string | null },
): FoundPractice {
  const [holderId = null, ...partnerIds] = holders.flatMap((id) => id ?? [])
  return { kind, holderId, partnerIds, themes, period, sentences: [told] }
}

/** Themes asked for by examples, one each. */
function readNeeds({ told, plain }: Read): FoundPractice[] | null {
  const need = words.needing.exec(plain) ?? words.koreanNeeding.exec(plain)
  if (!need || told.tie !== null) return null
  const [examples = ''] = /^[^).;]*/u.exec(plain.slice(need.index + need[0].length)) ?? []
  return examples.split(/,|\b(?:et|ou|and|or)\b|·|및/u).flatMap((example) => {
    const themes = servicesIn(example)
    return themes.length === 0 ? [] : [found('need', told, themes, { holders: [] })]
  })
}

/** One side of a tie hopes to learn from the other. */
function readQuestion({ told, plain }: Read): FoundPractice[] | null {
  if (!(words.learning.test(plain) || words.koreanLearning.test(plain)) || !words.intending.test(plain))
    return null
  const asker = told.named[0]?.id ?? null
  const asked = otherSide(told, asker)
  if (asker === null || asked === null) return []
  return [found('question', told, themesIn(plain, told.text), { holders: [asker, asked] })]
}

/** Two sides share what they know, or their services work together. */
function readExchange({ told, plain }: Read): FoundPractice[] | null {
  const isKorean = /[가-힣]/u.test(plain)
  const shared = (isKorean ? words.koreanSharing : words.sharing).exec(plain)
  const worked = shared || isKorean ? null : words.workingTogether.exec(plain)
  const at = shared ?? worked
  if (!at) return null
  const holders = sidesOf(told, plain)
  if (holders.length < 2) return shared ? [] : null
  const isIntended =
    words.asPoint.test(plain) || words.intending.test(plain) || (isKorean && !words.koreanDone.test(plain))
  if (isIntended && (!shared || (isKorean && !words.intending.test(plain)))) return []
  const own = words.teams.exec(plain)?.[0]
  const subjects = isKorean
    ? subjectsIn(clauseBefore(plain, at.index), true)
    : worked && own && servicesIn(own).length > 0
      ? [servicesIn(own)]
      : subjectsIn(plain.slice(at.index + at[0].length), shared !== null)
  const period = isIntended ? null : sinceOf(told, plain)
  return subjects.map((themes) =>
    found(isIntended ? 'intention' : 'practice', told, themes, { holders, period }),
  )
}

/** What one side has learned from the other, or its people from the service of the other: it is the other’s. */
function readLearned({ told, plain }: Read): FoundPractice[] | null {
  const [learned, taught, stayed] = [words.learned, words.taught, words.staying].map((each) =>
    each.test(plain),
  )
  if (!(learned || taught || stayed) || words.intending.test(plain)) return null
  const service = stayed ? words.service.exec(plain) : null
  const first = told.named[0]?.id ?? (told.named.length > 0 ? null : told.subject)
  const ofService = service && told.named.find(({ start }) => start > service.index)
  const isGuest = learned || (stayed && words.received.test(plain))
  const teacher =
    taught && told.named.find(({ end }) => /^ ?(?:공무원|전문가|기술자|조경사)/u.test(plain.slice(end)))
  const holder = ofService?.id ?? (isGuest ? otherSide(told, first) : teacher ? teacher.id : null)
  if (holder === null || !told.tie?.includes(holder) || told.named.some(({ id }) => !told.tie?.includes(id)))
    return []
  const said = service ? plain.slice(service.index) : clauseBefore(plain, plain.length - 1)
  const themes = namedThemes(said)
  return themes.length === 0
    ? []
    : [found('practice', told, themes, { holders: [holder, otherSide(told, holder)] })]
}

/** What one authority shows its visitors, or has launched. */
function readOwn({ told, plain }: Read): FoundPractice[] | null {
  const received = words.receiving.exec(plain)
  const launched = received ? null : words.launching.exec(plain)
  const instrument = launched && words.tool.exec(plain)
  const from = received ? received.index + received[0].length : instrument?.index
  if (from === undefined || words.intending.test(plain)) return null
  const holderId = ownerOf(told)
  if (holderId === null) return []
  const themes = servicesIn(plain.slice(from))
  return themes.length === 0 ? [] : [found('practice', told, themes, { holders: [holderId] })]
}

/** Both sides in the order of the sentence: the parties of its tie, if it names or means both and nobody else; null for one that is not certain. */
function sidesOf({ tie, named }: ToldSentence, plain: string): (string | null)[] {
  if (tie?.length !== 2 || tie.every((id) => id === null)) return []
  const ids = [...new Set(named.map(({ id }) => id))]
  if (ids.some((id) => !tie.includes(id))) return []
  if (ids.length === 2) return ids
  return words.bothSides.test(plain) || (words.asPoint.test(plain) && ids.length === 0) ? tie : []
}

/** The side of a tie that is not the one. */
const otherSide = ({ tie }: ToldSentence, one: string | null) =>
  tie?.length === 2 && tie.includes(one) ? (tie.find((id) => id !== one) ?? null) : null

/** Whose the practice is, in a sentence about one: whom it names, else whom it is about, if its section is theirs. */
function ownerOf({ named, subject, tie }: ToldSentence): string | null {
  const [first] = named
  // An authority named further on may be the guest.
  if (first)
    return named.length === 1 && first.start < 15
      ? first.id
      : (tie?.includes(subject) ?? false) && named.every(({ id }) => id !== null && !tie?.includes(id))
        ? subject
        : null
  return tie === null || tie.includes(subject) ? subject : null
}

/** « depuis 2013 », « en 2013, … le début »: since when; any other date tells something else. */
function sinceOf({ dates }: ToldSentence, plain: string): string | null {
  const since = dates.find(
    ({ start, end, edtf }) =>
      edtf !== null &&
      /^\d{4}(?:-\d\d){0,2}$/u.test(edtf) &&
      (/\b(?:depuis|since)(?: le| l'an)? $/u.test(plain.slice(0, start)) ||
        /^ ?부터/u.test(plain.slice(end)) ||
        (dates.length === 1 &&
          /\b(?:le|the) (?:debut|start|beginning) (?:d'une |d'un |of )/u.test(plain.slice(end)))),
  )
  return since ? `${since.edtf}/..` : null
}

// Who came says nothing of what they came for.
const namedThemes = (part: string) => {
  const bare = part.replace(words.staff, ' ')
  return themesIn(bare, bare)
}

// An administration that is electronic is told by that.
function servicesIn(part: string): Theme[] {
  const services = namedThemes(part).filter((theme) => words.serviceThemes.has(theme))
  return services.length > 1 ? services.filter((theme) => theme !== 'administrative_practice') : services
}

/**
 * The subjects of an exchange in their order. What is said to be shared is one whatever its theme; what follows it in the list, and what is
 * worked on, is one only where it is a service of authorities.
 */
function subjectsIn(said: string, isShared: boolean): Theme[][] {
  const bare = said.replace(/\([^)]*(?:\([^)]*\)[^)]*)*\)/gu, ' ').replace(/[.!?]\s*$/u, '')
  return partsOf(bare).flatMap((part, at) => {
    const services = servicesIn(part)
    // « leur savoir-faire céramique et promeuvent ensemble la culture »
    const first = part.split(/ (?:et|and) /u)[0] ?? part
    const themes = services.length === 0 && isShared && at === 0 ? namedThemes(first) : services
    return themes.length === 0 ? [] : [themes]
  })
}

// « A, en particulier B et C, D et E »: B and C are what A is about; the last of a list of several is two, of « A et B » one.
function partsOf(said: string): string[] {
  const parts: string[] = []
  for (const part of said.split(/[,;:·]| 및 /u).filter((each) => /\p{L}/u.test(each))) {
    const last = parts.length - 1
    if (
      /^ ?(?:et |and )?(?:(?:plus )?(?:en particulier|specifiquement|particulierement)|notamment|dont|in particular|especially)\b/u.test(
        part,
      ) &&
      last >= 0
    )
      parts[last] += part
    else parts.push(part)
  }
  const end = parts.at(-1) ?? ''
  const joint = Math.max(end.lastIndexOf(' et '), end.lastIndexOf(' and '))
  if (parts.length > 1 && joint > 0 && !/^ ?(?:et|and)\b/u.test(end))
    parts.splice(-1, 1, end.slice(0, joint), end.slice(joint))
  return parts
}

/** The part of a Korean sentence before a place, without what another clause says. */
function clauseBefore(plain: string, place: number): string {
  const before = plain.slice(0, place)
  return before.slice(
    Math.max(
      0,
      ...Array.from(
        before.matchAll(/[가-힣](?:고|며|으나|지만|는데|어|해),? /gu),
        (end) => (end.index ?? 0) + end[0].length,
      ),
    ),
  )
}

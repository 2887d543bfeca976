import { fold } from '../../../../platform/search/index.ts'
import { sentenceHolding, type Unit } from '../outline.ts'
import type { Quotation, ReadPerson } from '../reading.ts'
import { affiliationOf } from './affiliation.ts'
import type { PersonMention } from './person-mention.ts'
import { presenceOf } from './presence.ts'

/** The persons of a text, each once in all spellings; those that the text only quotes as examples are left out. */
export function mergePersons(mentions: readonly PersonMention[], isAccount: boolean): ReadPerson[] {
  const persons: (ReadPerson & { keys: string[]; weights: number })[] = []
  const whole = mentions.filter(({ isPartial, unit, start }) => !isPartial && !isExample(unit, start))
  for (const mention of [...whole, ...mentions.filter(({ isPartial }) => isPartial)]) {
    const key = fold(mention.name)
    const known = persons.find(
      (person) =>
        person.keys.includes(key) ||
        isSamePerson(person, key, mention.isPartial) ||
        person.keys.includes(spelledBefore(mention, whole) ?? ''),
    )
    const presence = presenceOf(mention, isAccount)
    const { role, organisation } = affiliationOf(mention)
    const quote = quoteAt(mention)
    if (known) {
      if (!known.keys.includes(key)) known.keys.push(key)
      if (mention.name !== known.name && !known.variants.includes(mention.name) && !mention.isPartial)
        known.variants.push(mention.name)
      if (rank[presence] > rank[known.presence]) known.presence = presence
      known.role ??= role
      known.organisation ??= organisation
      if (!known.quotes.some((each) => each.passage === quote.passage && each.start === quote.start))
        known.quotes.push(quote)
      continue
    }
    persons.push({
      name: mention.name,
      variants: [],
      role,
      organisation,
      presence,
      isPartial: mention.isPartial,
      quotes: [quote],
      keys: [key],
      weights: 0,
    })
  }
  return persons.map(({ keys: _keys, weights: _weights, ...person }) => ({
    ...person,
    ...bestSpelling(person),
  }))
}

/** 카트린 수베랑(Catherine Souveyran): the person whose name is repeated in the other script, in brackets. */
function spelledBefore(
  { unit, start, end, name }: PersonMention,
  all: readonly PersonMention[],
): string | null {
  const { text } = unit.passage
  const before = all.find(
    (each) =>
      each.unit === unit &&
      /^ ?[(（]$/u.test(text.slice(each.end, start)) &&
      /^[)）,]/u.test(text.slice(end)) &&
      /[가-힣]/u.test(each.name) !== /[가-힣]/u.test(name),
  )
  return before ? fold(before.name) : null
}

const rank = { mentioned: 0, present: 1, represented: 3, absent: 2 }

function isSamePerson(person: { keys: string[]; name: string }, key: string, isPartial: boolean): boolean {
  const words = key.split(' ')
  return person.keys.some((each) => {
    const own = each.split(' ')
    if (isInitials(words, own)) return true
    if (isPartial || words.length < own.length)
      return (
        own.length > 1 &&
        (each.endsWith(` ${key}`) || each.startsWith(`${key} `) || (words.length === 1 && own.includes(key)))
      )
    return (
      own.length > 1 &&
      words.length === own.length &&
      [...words].sort().join(' ') === [...own].sort().join(' ')
    )
  })
}

// « C. Maurel-Rochegude » is Célestine Maurel-Rochegude.
function isInitials(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.join('').length < other.join('').length ? [one, other] : [other, one]
  const [initial = '', ...rest] = short
  return (
    initial.length === 1 &&
    rest.length > 0 &&
    long[0]?.startsWith(initial) === true &&
    long.slice(1).join(' ') === rest.join(' ')
  )
}

// « comme Victor Laloux, architecte de la gare », « lycée Jean Moulin »
function isExample({ plain }: Unit, start: number): boolean {
  return /(?:\bcomme|tels? que|telles? que|rue|avenue|place|lycee|college|ecole|musee|salle|stade|gare|theatre|mediatheque|bibliotheque|centre|hopital|prix|espace|square|chorale|choe?ur|ensemble|quatuor|souvenir|memoire|hommage a|noms?|prenom|baptisee?|oe?uvre|tombe|maison natale|eleve|disciple|voyage|marche|amphitheatre|auditorium|fondation|universite|feue?|defunte?) (?:de |du |d'|\p{L}+ et )?$/u.test(
    plain.slice(Math.max(0, start - 30), start),
  )
}

function quoteAt({ unit, start }: PersonMention): Quotation {
  const sentence = sentenceHolding(unit, start)
  return { passage: unit.index, start: sentence?.start ?? 0, end: sentence?.end ?? unit.passage.text.length }
}

// Of « Jérôme TEBALDI » and « Jérôme Tébaldi », the one with its accents and small letters.
function bestSpelling({ name, variants }: Pick<ReadPerson, 'name' | 'variants'>) {
  const all = [name, ...variants]
  const best = all.toSorted((a, b) => spelling(b) - spelling(a))[0] ?? name
  return { name: withSmallLetters(best), variants: all.filter((each) => each !== best) }
}

const spelling = (name: string) =>
  (name.match(/[\u00c0-\u024f]/gu)?.length ?? 0) * 2 - (/\p{Lu}{3,}/u.test(name) ? 3 : 0)

// « Jacques CHEVTCHENKO » is called Jacques Chevtchenko; what the text writes stays in its quotation.
function withSmallLetters(name: string): string {
  return name.replace(/\p{Lu}{2,}/gu, (word) => `${word[0] ?? ''}${word.slice(1).toLowerCase()}`)
}

import { fold } from '../../../../platform/search/index.ts'
import { sentenceHolding, type Unit } from '../outline.ts'
import type { Quotation, ReadPerson } from '../reading.ts'
import type { PersonMention } from './person-mention.ts'
import { presenceOf } from './presence.ts'
import { latinRole } from './roles.ts'

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

const roleStart = new RegExp(
  `^,? ?(?:\\(|: ?|, ?|- )?((?:(?:le|la|l'|the) ?)?${latinRole}[^;()]{0,110})`,
  'u',
)
const roleBefore = new RegExp(
  `((?:${latinRole})[^.;:()]{0,110}?),? ?(?:(?:monsieur|madame|m\\.|mme|mr|ms) )?$`,
  'u',
)

/** The role and the organisation of a person, from the words around the name. */
function affiliationOf(mention: PersonMention): { role: string | null; organisation: string | null } {
  const { unit, start, end } = mention
  const { text } = unit.passage
  const after = text.slice(end, end + 130)
  const bracket = /^ ?\(([^)]{3,80})\)/u.exec(after)
  if (/[가-힣]/.test(text.slice(start, end + 20))) return korean(mention)
  const follows = roleStart.exec(unit.plain.slice(end, end + 130))
  const precedes = roleBefore.exec(unit.plain.slice(Math.max(0, start - 130), start))
  const said = follows
    ? text.slice(end + follows[0].length - (follows[1] ?? '').length, end + follows[0].length)
    : precedes
      ? text.slice(start - precedes[0].length, start)
      : null
  const [role, organisation] = said === null ? [mention.role, null] : splitRole(said)
  return {
    role,
    organisation: organisation ?? (bracket?.[1] && !follows?.[0].startsWith(' (') ? bracket[1].trim() : null),
  }
}

/** « Maire de Strasbourg » → its role and what it is the role of. */
function splitRole(said: string): [string | null, string | null] {
  const words = said
    .replace(/,? ?(?:Monsieur|Madame|M\.|Mme)\s*$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[,:( –-]+|[,:( –-]+$|(?<=\p{L}{3})\.$/gu, '')
  const cut =
    words.split(
      /,(?= )| (?=(?:rappelle|indique|souligne|précise|explique|présente|ouvre|remercie|propose|ajoute|confirme|a |ont |est |s[’']est ))/u,
    )[0] ?? words
  const of =
    /^(.{4,}?) (?:de la |du |de l[’']|des |d[’']|de |à la |au |à l[’']|of the |of |at )((?:Ville|Région|Département|Métropole|Communauté|Agglomération|Université|Chambre|Association|\p{Lu}).*)$/su.exec(
      cut,
    )
  if (!of) return [cut === '' ? null : cut.slice(0, 120), null]
  return [(of[1] ?? cut).trim(), (of[2] ?? '').trim() || null]
}

function korean({ unit, start, end, role, organisation }: PersonMention): {
  role: string | null
  organisation: string | null
} {
  if (role !== null || organisation !== null) return { role, organisation }
  const { text } = unit.passage
  const before =
    /([가-힣A-Za-z]+(?:시|도|군|구|협의회|연합|대사관|외교부|청|의회|대학교|재단))\s*(?:[가-힣]+ )?$/u.exec(
      text.slice(Math.max(0, start - 40), start),
    )
  // Only brackets after a name belong to it: the words that follow in a list are other names.
  const after = /^ ?[(（]([가-힣·A-Za-z ]{2,30})[)）]/u.exec(text.slice(end, end + 50))
  return { role: role ?? after?.[1] ?? null, organisation: before?.[1] ?? null }
}

/**
 * Marks participants with a name similar to that of an earlier person: « Durand » and « Durant », 김민지 and 김민시. A person decides
 * whether they are one. Two names in one passage, or from two places, are two people.
 */
export function askOneOrTwo(persons: readonly ReadPerson[]): ReadPerson[] {
  return persons.map((person, at) => {
    const before = persons.slice(0, at).find((other) => mayBeOne(other, person))
    return before ? { ...person, mayBe: before.name } : person
  })
}

function mayBeOne(one: ReadPerson, other: ReadPerson): boolean {
  if (one.presence === 'mentioned' || other.presence === 'mentioned') return false
  if (one.quotes.some(({ passage }) => other.quotes.some((each) => each.passage === passage))) return false
  if (one.organisation && other.organisation && fold(one.organisation) !== fold(other.organisation))
    return false
  return areNear(lettersOf(one.name), lettersOf(other.name))
}

// Whether two words differ by one letter: a different one, an additional one, or two swapped.
const lettersOf = (name: string) =>
  [...(/[가-힣]/u.test(name) ? name.replaceAll(' ', '') : fold(name)).normalize('NFD')].join('')

const shortest = 6

/** Whether two words differ by one letter: another one, one more, or two that have changed places. */
function areNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short === long || short.length < shortest || long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)]
  const isSwapped = left.length === 2 && left[0] === right[1] && left[1] === right[0]
  return right.length <= 1 || (isSwapped && right.length === 2)
}

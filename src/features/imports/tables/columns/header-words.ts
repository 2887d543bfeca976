import { z } from 'zod'
import { fold } from '../../../../platform/search/index.ts'
import { eventFields, ownFields, type PartyPart, partyParts, type Side } from '../fields.ts'
import { readWords, wordsSchema } from '../words/word-file.ts'

/** What the title of a column says: a part of a party, perhaps with its side, or a field of its own. */
export type HeaderMeaning =
  | { part: PartyPart; side: Side | null }
  | { field: (typeof ownFields)[number] | (typeof eventFields)[number] }

/** The meaning of a column title, or null. Considers both its words and the way they are joined (`sistercityLabel`). */
export function readHeader(title: string): HeaderMeaning | null {
  const asked = wordsOf(title)
  if (asked === '') return null
  const whole = wholeMeanings.get(asked)
  if (whole) return whole
  for (const [side, word] of sides) {
    const rest = without(asked, word)
    if (rest === null) continue
    if (rest === '') return { part: 'name', side }
    const meaning = wholeMeanings.get(rest)
    if (meaning && 'part' in meaning) return { part: meaning.part, side }
  }
  return null
}

/** The meaning of a column title in a table of events, where a place is not a party and a date not a signature; or null. */
export function readEventHeader(title: string): HeaderMeaning | null {
  return eventMeanings.get(wordsOf(title)) ?? null
}

// « originCityLabel » and « origin_city » mean « origin city »; brackets hold explanations.
function wordsOf(title: string): string {
  const parted = title.replace(/\([^)]*\)/g, ' ').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(parted)
    .replace(/^(?:la|le|les|the) /, '')
    .replace(/ label$/, '')
}

const linking = /^(?:(?:de|du|des|d|of|the|la|le|l|s) )+|(?: (?:de|du|des|d|of|the))+$/g

function without(words: string, side: string): string | null {
  const isHangul = /\p{Script=Hangul}/u.test(side)
  const at = isHangul ? words.indexOf(side) : ` ${words}`.indexOf(` ${side}`)
  if (at < 0) return null
  return `${words.slice(0, at)} ${words.slice(at + side.length)}`
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(linking, '')
    .trim()
}

const schema = z.object({
  sides: wordsSchema(['first', 'second']),
  parts: wordsSchema(partyParts),
  fields: wordsSchema(ownFields),
  events: wordsSchema([...eventFields, 'organiser', 'partner']),
})
const words = readWords('header-words.json', schema)

// A word that could be both means a part of a party: « ville » is not the title of something.
const wholeMeanings = new Map<string, HeaderMeaning>([
  ...ownFields.flatMap((field) =>
    words.fields[field].map((word): [string, HeaderMeaning] => [word, { field }]),
  ),
  ...partyParts.flatMap((part) =>
    words.parts[part].map((word): [string, HeaderMeaning] => [word, { part, side: null }]),
  ),
])

const eventMeanings = new Map<string, HeaderMeaning>([
  ...eventFields.flatMap((field) =>
    words.events[field].map((word): [string, HeaderMeaning] => [word, { field }]),
  ),
  ...words.events.organiser.map((word): [string, HeaderMeaning] => [word, { part: 'name', side: 'first' }]),
  ...words.events.partner.map((word): [string, HeaderMeaning] => [word, { part: 'name', side: 'second' }]),
])

// The longer word first: « destination » before « dest ».
const sides = (['second', 'first'] as const)
  .flatMap((side) => words.sides[side].map((word): [Side, string] => [side, word]))
  .toSorted(([, a], [, b]) => b.length - a.length)

import { describe, expect, it } from 'vitest'
import { sentences } from '../../platform/i18n/sentences.ts'
import { factNumbers, speaksOf } from './fact-words.ts'
import { readPassages } from './locators.ts'
import {
  type Fact,
  listEvidence,
  listOf,
  objectsIn,
  readDemonstrationFiles,
  readDemonstrationText,
} from './read-demonstration.ts'
import { type Referenced, resolveReference } from './references.ts'

const files = readDemonstrationFiles()
const evidence = listEvidence()
const texts = {
  account: readPassages(readDemonstrationText('tours-2017-account.fr.md')),
  since: readPassages(readDemonstrationText('since-2017-account.fr.md')),
}
const places = evidence.flatMap((item) =>
  [
    { text: texts.account, reference: item.account },
    { text: texts.since, reference: item.since },
  ].flatMap(({ text, reference }) =>
    reference ? [{ ...item, reference, place: resolveReference(text, reference) }] : [],
  ),
)

function content(name: string): Fact {
  const file = files.find((each) => each.name === name)
  if (!file) throw new Error(`no ${name}`)
  return file.content
}

const quote = (place: Referenced | null) => place?.passage.text.slice(place.start, place.end) ?? ''

describe('the evidence of the demonstration', () => {
  it('points each time at one or two sentences of one of our texts', () => {
    expect(
      places.filter(({ place }) => place === null).map(({ file, reference }) => [file, reference]),
    ).toEqual([])
    expect(places.filter(({ place }) => sentences(quote(place)).length > 2)).toEqual([])
  })

  it('gives facts of the meeting a place in our account, and facts known otherwise their source', () => {
    expect(evidence.filter(({ minutes, account }) => minutes !== null && account === null)).toEqual([])
    expect(evidence.filter(({ since, source }) => (since === null) !== (source === null))).toEqual([])
    expect(evidence.filter(({ account, since }) => (account === null) === (since === null))).toEqual([])
  })

  it('names only sources that are listed', () => {
    const slugs = listOf(content('sources.json').sources).map(({ slug }) => slug)
    expect(
      evidence.flatMap(({ source }) => source ?? []).filter((source) => !slugs.includes(source)),
    ).toEqual([])
  })

  it('holds the year or the number of each dated or counted fact', () => {
    const facts = new Set(places.map(({ fact }) => fact).filter((fact) => factNumbers(fact).length > 0))
    const quotes = (fact: Fact) =>
      places.filter((each) => each.fact === fact).map(({ place }) => quote(place).replace(/\s/g, ''))
    const silent = [...facts].filter(
      (fact) => !factNumbers(fact).some((number) => quotes(fact).some((text) => text.includes(number))),
    )
    expect(facts.size).toBeGreaterThan(60)
    expect(silent).toEqual([])
  })

  it('holds a name, a number or a word of each fact', () => {
    const silent = places.filter((item) => !speaksOf(quote(item.place), item))
    expect(silent.map(({ file, reference, place }) => [file, reference, quote(place)])).toEqual([])
  })
})

const listed = files.map((file) => file.content).filter((each) => each.listed === true)

describe('the counts of the demonstration as the meeting knew it', () => {
  const activities = listed
    .flatMap((each) => listOf(each.activities))
    .filter(({ known_on: on }) => String(on) <= '2017-07-08')

  it.each([
    ['cooperations', listed.length, 11],
    ['authorities that look for a partner', listOf(content('interests.json').interests).length, 6],
    ['past activities', activities.filter(({ state }) => state === 'past').length, 26],
    ['planned activities', activities.filter(({ state }) => state === 'planned').length, 11],
    ['other actors', listOf(content('organisations.json').organisations).filter(atTheMeeting).length, 27],
    ['proposals and decisions', listOf(content('decisions.json').decisions).length, 15],
    [
      'dead links',
      objectsIn(files.map((file) => file.content)).filter(
        (each) => 'language' in each && each.url === null && 'label' in each,
      ).length,
      16,
    ],
    [
      'member authorities',
      listOf(content('network.json').memberships).filter(({ role }) => role === 'member').length,
      27,
    ],
  ])('has the right number of %s', (_, found, expected) => {
    expect(found).toBe(expected)
  })
})

function atTheMeeting({ known_on: on }: Fact): boolean {
  return String(on) <= '2017-07-07' && on !== '2016-07-06'
}

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sentences } from '../../platform/i18n/sentences.ts'
import { speaksOf } from './fact-words.ts'
import { type Locator, makeLocator, readPassages, resolveLocator } from './locators.ts'
import {
  type Fact,
  type Json,
  listEvidence,
  listOf,
  objectsIn,
  originalMinutes,
  readDemonstrationFiles,
  readDemonstrationText,
} from './read-demonstration.ts'
import { type Referenced, resolveReference } from './references.ts'

const answerKey = originalMinutes.replace('.md', '.key.json')
const files = readDemonstrationFiles().map(({ content }) => content)
const listed = files.filter((each) => each.listed === true)
const bodies: Json[] = files.flatMap((each) => listOf(each.organisations)).map(({ slug }) => slug ?? null)
const quote = (place: Referenced | null) => place?.passage.text.slice(place.start, place.end) ?? ''

describe.runIf(existsSync(originalMinutes))('the original minutes, where they are', () => {
  const original = existsSync(originalMinutes) ? readPassages(readFileSync(originalMinutes, 'utf8')) : []
  const locators: Record<string, Locator> = JSON.parse(readDemonstrationText('locators.json'))
  const quoted = listEvidence().filter(({ minutes }) => minutes !== null)

  it('hold every passage that is referred to, at its place', () => {
    const references = [...new Set(quoted.map(({ minutes }) => minutes ?? ''))]
    expect(Object.keys(locators).sort()).toEqual([...references].sort())
    for (const reference of references) {
      const place = resolveReference(original, reference)
      if (!place) throw new Error(`${reference} names no sentence`)
      expect(locators[reference]).toEqual(makeLocator(place.passage, place.start, place.end))
      expect(resolveLocator(original, makeLocator(place.passage, place.start, place.end)).state).toBe('found')
      expect(sentences(quote(place)).length).toBeLessThanOrEqual(2)
    }
  })

  it('name each fact there: its year, its number, a party or its own words', () => {
    // A section may name its two authorities in its title only.
    const silent = quoted.filter((item) => {
      const place = resolveReference(original, item.minutes ?? '')
      return !speaksOf(`${place?.passage.heading.at(-1)} ${quote(place)}`, item)
    })
    expect(
      silent.map(({ file, minutes, fact }) => [
        file,
        minutes,
        fact.ref ?? fact.theme ?? fact.organisation ?? '',
      ]),
    ).toEqual([])
  })
})

describe.runIf(existsSync(answerKey))('the answer key of the minutes, where it is', () => {
  it('has the same ties, with the same start and the same years of agreements', () => {
    const key = existsSync(answerKey) ? JSON.parse(readFileSync(answerKey, 'utf8')) : {}
    const expected = listOf(key.cooperations).map(({ start, agreements }) => [
      objectsIn(start ?? null)[0]?.date ?? null,
      listOf(agreements)
        .map(({ date }) => date)
        .filter((date) => date !== null)
        .sort(),
    ])
    const authorities = (each: Fact) =>
      !listOf(each.parties).some(({ organisation }) => bodies.includes(organisation ?? null))
    const inMinutes = (each: Fact) =>
      authorities(each) && listOf(each.evidence).some(({ minutes }) => typeof minutes === 'string')
    const found = listed.map((each) => [
      each.since,
      listOf(each.agreements)
        .filter(inMinutes)
        .flatMap(({ steps }) => listOf(steps))
        .filter(({ state }) => state === 'signed')
        .map(({ on }) => String(on).slice(0, 4))
        .sort(),
    ])
    expect(found.map(String).sort()).toEqual(expected.map(String).sort())
  })
})

describe.runIf(!existsSync(originalMinutes))('the original minutes', () => {
  it('says that the checks against the original minutes did not run when ../shared is absent', () => {
    console.warn(`not run: ${originalMinutes} is absent`)
    expect(existsSync(originalMinutes)).toBe(false)
  })
})

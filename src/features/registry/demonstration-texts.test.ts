import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPassages } from './locators.ts'
import {
  type Json,
  objectsIn,
  originalMinutes,
  readDemonstrationFiles,
  readDemonstrationText,
} from './read-demonstration.ts'

const files = readDemonstrationFiles()
const translated = files.flatMap(({ name, content }) =>
  objectsIn(content)
    .filter((each) => 'fr' in each || 'ko' in each || 'en' in each)
    .map((words) => ({ name, words })),
)
const accounts = ['tours-2017-account.fr.md', 'since-2017-account.fr.md'].flatMap((name) =>
  readPassages(readDemonstrationText(name)).map(({ text, heading }) => ({
    name,
    text: `${heading.at(-1)} — ${text}`,
  })),
)
const french = [...accounts, ...translated.map(({ name, words }) => ({ name, text: String(words.fr) }))]

describe('the texts of the demonstration', () => {
  it('are each in French, Korean and English', () => {
    expect(translated.length).toBeGreaterThan(300)
    expect(translated.filter(({ words }) => Object.keys(words).sort().join() !== 'en,fr,ko')).toEqual([])
    expect(
      translated.filter(({ words }) => Object.values(words).some((text) => String(text).trim() === '')),
    ).toEqual([])
  })

  it('are written in Hangul in Korean, and without it in French and English unless they quote a Korean name', () => {
    expect(translated.filter(({ words }) => !/\p{Script=Hangul}/u.test(String(words.ko)))).toEqual([])
    const latin = translated.filter(({ name }) => name !== 'disputes.json')
    expect(latin.filter(({ words }) => /\p{Script=Hangul}/u.test(`${words.fr}${words.en}`))).toEqual([])
  })

  it('end their Korean sentences in the formal style', () => {
    const sentences = translated.flatMap(({ words }) => String(words.ko).match(/[^.]+\.(?=\s|$)/gu) ?? [])
    expect(sentences.length).toBeGreaterThan(60)
    expect(sentences.filter((sentence) => !/(?:니다|시오|바랍니다)\.$/u.test(sentence.trim()))).toEqual([])
  })

  it.each([
    ['a straight apostrophe', /'/],
    ['a breaking space before a double mark', / [:;!?»]|« /],
    ['a double mark without its no-break space', /[^\s\u00a0\u202f][;!?»]|«[^\u00a0]|\p{L}:(?!\/\/)/u],
    ['a narrow space where a wide one stands, or the other way round', /\u202f:|\u202f»|«\u202f|\u00a0[;!?]/],
    ['a straight quotation mark', /"/],
    ['a number cut by a breaking space', /\d \d{3}\b|\d %/],
  ])('have no French with %s', (_, pattern) => {
    expect(french.filter(({ text }) => pattern.test(text))).toEqual([])
  })

  it('say at the top of our account that it is ours and not the official record', () => {
    const first = readPassages(readDemonstrationText('tours-2017-account.fr.md'))[0]
    expect(first?.headingId).toBe('nature')
    expect(first?.text).toMatch(/notre propre synthèse.*pas un document officiel.*compte rendu d’origine/)
  })
})

describe.runIf(existsSync(originalMinutes))('the original minutes, where they are', () => {
  it('share no eight consecutive words with our texts', () => {
    const original = existsSync(originalMinutes)
      ? runs(readFileSync(originalMinutes, 'utf8').replace(/<[^>]+>/g, ''))
      : []
    const theirs = new Set(original)
    expect(theirs.size).toBeGreaterThan(3000)
    const strings = files.flatMap(({ name, content }) => stringsIn(content).map((text) => ({ name, text })))
    const ours = [...strings, ...accounts.map(({ name, text }) => ({ name, text }))]
    expect(
      ours.flatMap(({ name, text }) =>
        runs(text)
          .filter((run) => theirs.has(run))
          .map((run) => [name, run]),
      ),
    ).toEqual([])
  })
})

describe.runIf(!existsSync(originalMinutes))('the original minutes', () => {
  it('says that the comparison with the original minutes did not run when ../shared is absent', () => {
    console.warn(`not run: ${originalMinutes} is absent`)
    expect(existsSync(originalMinutes)).toBe(false)
  })
})

function runs(text: string, length = 8): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '))
}

function stringsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(stringsIn)
}

import { expect, it } from 'vitest'
import { possibleDates } from './possible-dates.ts'

const around = (...texts: string[]) => texts.map((text, position) => ({ position, text }))
const offered = (words: string, texts: string[], textDay: string | null, passage = texts.length - 1) => {
  const sentence = texts[passage] ?? ''
  return possibleDates({ words, passage, sentence, start: 0 }, around(...texts), textDay).map(
    ({ edtf, from }) => [edtf, from?.words ?? null],
  )
}

it('counts from the dates that the passages before state, the nearest first', () => {
  const texts = [
    'Les échanges commencent en 2009.',
    'Un protocole est signé le 12 mai 2013.',
    'Les deux villes signent le jumelage deux ans après.',
  ]
  expect(offered('deux ans après', texts, null)).toEqual([
    ['2015', '12 mai 2013'],
    ['2011', '2009'],
  ])
})

it('counts a year of the writer from the day of the text before all others', () => {
  const texts = ['2018년 5월 3일 협정을 체결하였다.', '지난해 리모주시 대표단이 이천시를 방문하였다.']
  expect(offered('지난해', texts, '2026-03-10')).toEqual([
    ['2025', null],
    ['2017', '2018년 5월 3일'],
  ])
  expect(offered('지난해', texts, null)).toEqual([['2017', '2018년 5월 3일']])
})

it('offers nothing that had not been when the text was written, unless it speaks of what is to come', () => {
  const past = ['Le jumelage est signé en 2025.', 'Une délégation est venue l’année suivante.']
  expect(offered('l’année suivante', past, '2025-11-02')).toEqual([])
  const coming = ['Le jumelage est signé en 2025.', 'Une délégation viendra l’année suivante.']
  expect(offered('l’année suivante', coming, '2025-11-02')).toEqual([['2026', '2025']])
})

it('lends a month without a year the years that are told around it', () => {
  const texts = ['Le jumelage est signé en 2015.', 'Une délégation est venue en mai.']
  expect(offered('en mai', texts, null)).toEqual([['2015-05', '2015']])
})

it('offers each date once, and no more than are taken in at a glance', () => {
  const years = Array.from({ length: 9 }, (_, at) => `En ${2000 + at}, une rencontre.`)
  const dates = offered(
    'deux ans après',
    [...years, 'En 2008, une rencontre.', 'Un accord deux ans après.'],
    null,
  )
  expect(dates).toEqual([
    ['2010', '2008'],
    ['2009', '2007'],
    ['2008', '2006'],
    ['2007', '2005'],
    ['2006', '2004'],
  ])
})

it('offers nothing where no date is told', () => {
  expect(offered('deux ans après', ['Elles signent deux ans après.'], null)).toEqual([])
})

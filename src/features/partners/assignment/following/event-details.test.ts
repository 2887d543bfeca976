import { describe, expect, it } from 'vitest'
import { currentText, type LocalizedText, type TextState } from '../../../../platform/i18n/localized-text.ts'
import type { EventDetails } from '../session.ts'
import { changedFor, hasNews } from './event-details.ts'

const text = (passages: Record<string, [string, TextState]>): LocalizedText =>
  Object.fromEntries(
    Object.entries(passages).map(([language, [words, state]]) => [language, { text: words, state }]),
  )
const at = (venue: LocalizedText, placeId = 'limoges'): EventDetails => ({
  title: {},
  venue,
  place: { id: placeId, name: {}, shortName: {} },
})
const isNews = (before: EventDetails, after: EventDetails) =>
  ['fr', 'ko', 'en'].filter((language) => changedFor({ told: before, now: after }, language).place)

const french = at(text({ fr: ['Salle 1', 'original'] }))
const both = at(text({ fr: ['Salle 1', 'original'], ko: ['1호실', 'reviewed'] }))

describe('where an event is, beside what its meetings were told', () => {
  it('is news for everybody in another town, or once somebody says where, or nobody does any more', () => {
    expect(isNews(french, { ...french, place: { id: 'tours', name: {}, shortName: {} } })).toEqual([
      'fr',
      'ko',
      'en',
    ])
    expect(isNews(at({}), french)).toEqual(['fr', 'ko', 'en'])
    expect(isNews(french, at({}))).toEqual(['fr', 'ko', 'en'])
  })

  it('is no news where a translation comes in, or is read again', () => {
    expect(isNews(french, both)).toEqual([])
    const machine = at(text({ fr: ['Salle 1', 'original'], ko: ['1호실', 'machine'] }))
    expect(isNews(machine, both)).toEqual([])
    expect(hasNews({ told: machine, now: both })).toBe(false)
  })

  it('is news for those alone who read a translation that was wrong', () => {
    expect(isNews(both, at(text({ fr: ['Salle 1', 'original'], ko: ['2호실', 'reviewed'] })))).toEqual(['ko'])
  })

  it('is news in every language where the original changes, though a translation stays behind', () => {
    const moved = at(text({ fr: ['Salle 3', 'original'], ko: ['1호실', 'stale'] }))
    expect(isNews(both, moved)).toEqual(['fr', 'ko', 'en'])
    expect(currentText(moved.venue)).toEqual(text({ fr: ['Salle 3', 'original'] }))
    // The translation that follows repeats what was read in the original.
    expect(isNews(moved, at(text({ fr: ['Salle 3', 'original'], ko: ['3호실', 'reviewed'] })))).toEqual([])
  })

  it('is no news once it is as it was, though the translation is left marked', () => {
    expect(isNews(both, at(text({ fr: ['Salle 1', 'original'], ko: ['1호실', 'stale'] })))).toEqual([])
  })
})

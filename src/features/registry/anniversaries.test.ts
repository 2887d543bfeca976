import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKeptAnniversary, listAnniversaries } from './anniversaries.ts'

const landing = { from: '1950-09-15', to: '1950-09-15', subject: 'Incheon landing' }
const treaty = { from: '1886-06-04', to: '1886-06-04', subject: 'treaty' }

describe('anniversaries', () => {
  it('announce the 70th of the Incheon landing on 15 September 2020, two years ahead', () => {
    expect(listAnniversaries([landing], '2018-09-15')).toEqual([
      { subject: 'Incheon landing', years: 70, on: '2020-09-15', inMonths: 24, warning: 24 },
    ])
    expect(listAnniversaries([landing], '2018-09-14')).toEqual([])
    expect(listAnniversaries([landing], '2020-05-01')[0]).toMatchObject({ inMonths: 4, warning: 6 })
    expect(listAnniversaries([landing], '2020-09-16')).toEqual([])
  })

  it('make 2026 the 140th year of the treaty of 1886', () => {
    expect(listAnniversaries([treaty], '2025-11-24')[0]).toMatchObject({ years: 140, on: '2026-06-04' })
  })

  it('keep, in 2025, ten years of Limoges and Icheon and twenty of a tie of which only the year is known', () => {
    const facts = [
      { from: '2015-04-22', to: '2015-04-22', subject: 'Limoges – Icheon' },
      { from: '2005-01-01', to: '2005-12-31', subject: 'Issy – Guro' },
    ]
    expect(
      listAnniversaries(facts, '2025-01-01').map(({ subject, years, on }) => [subject, years, on]),
    ).toEqual([
      ['Issy – Guro', 20, '2025'],
      ['Limoges – Icheon', 10, '2025-04-22'],
    ])
  })

  it('put the anniversary of a 29 February on the 28th in ordinary years', () => {
    expect(
      listAnniversaries([{ from: '2012-02-29', to: '2012-02-29', subject: 'x' }], '2021-06-01')[0]?.on,
    ).toBe('2022-02-28')
  })

  it('count 60 years, the full cycle, and every ten years beyond a century', () => {
    expect([60, 70, 110, 120, 130].every(isKeptAnniversary)).toBe(true)
    expect([0, 2, 45, 101, 125].some(isKeptAnniversary)).toBe(false)
  })

  it('never lie in the past nor more than 24 months ahead', () => {
    const day = fc
      .date({ min: new Date('1800-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (happened, today) => {
        const last = Temporal.PlainDate.from(today).add({ months: 24 }).toString()
        for (const { on, years } of listAnniversaries(
          [{ from: happened, to: happened, subject: null }],
          today,
        )) {
          expect(on >= today && on <= last && isKeptAnniversary(years)).toBe(true)
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'
import { skeleton, skeletonNeighbours } from './skeleton.ts'

const keyOf = (name: string) => skeleton(fold(name))

describe('the skeleton of a name', () => {
  test.each([
    ['Pusan', 'Busan'],
    ['Taegu', 'Daegu'],
    ['Kwangju', 'Gwangju'],
    ['Cheju', 'Jeju'],
    ['Kyonggi', 'Gyeonggi'],
    ['Myriang', 'Miryang'],
    ['Sunchon', 'Suncheon'],
    ['Inch’ŏn', 'Incheon'],
    ['Taejŏn', 'Daejeon'],
    ['P’yŏngt’aek', 'Pyeongtaek'],
    ['Ch’ungch’ŏngbuk', 'Chungcheongbuk'],
    ['Chŏlla', 'Jeolla'],
    ['Sŏul', 'Séoul'],
    ['Montpelier', 'Montpellier'],
  ])('is the same for %s and %s', (old, now) => {
    expect(keyOf(old)).toBe(keyOf(now))
  })

  test('parts Icheon from Incheon, and Evian from Nevian', () => {
    expect([keyOf('Icheon'), keyOf('Incheon')]).toEqual(['AJN', 'ANJN'])
    expect(keyOf('Evian')).not.toBe(keyOf('Nevian'))
  })

  test('of Hangul is its initial consonants', () => {
    expect([keyOf('밀양'), keyOf('순천시'), keyOf('가거도')]).toEqual(['ㅁㅇ', 'ㅅㅊㅅ', 'ㄱㄱㄷ'])
  })

  test('takes other scripts as they are', () => {
    expect(keyOf('東京 2020')).toBe('東京2020')
  })

  test('is never longer than 24 letters', () => {
    expect(keyOf('bedago '.repeat(100))).toHaveLength(24)
  })
})

describe('the neighbours of a key', () => {
  test('are the keys one slip away', () => {
    const near = skeletonNeighbours('BSN')
    expect(near).toEqual(expect.arrayContaining(['SN', 'SBN', 'BSL', 'BSNG', 'ABSN']))
    expect(near).not.toContain('BSN')
    expect(near).not.toContain('BLM')
  })

  test('of Hangul are made of initial consonants', () => {
    const near = skeletonNeighbours('ㅁㅇ')
    expect(near).toContain('ㅁㅎ')
    expect(near.join('')).toMatch(/^[ㄱ-ㅎ]+$/)
  })

  test('work both ways, come once each and are bounded', () => {
    const keys = fc.string({ unit: fc.constantFrom(...'AHBDGJLMNSFVX'), minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(keys, (key) => {
        const near = skeletonNeighbours(key)
        expect(new Set(near).size).toBe(near.length)
        expect(near.length).toBeLessThanOrEqual(400)
        if (key.length > 1 && key.length < 10) {
          for (const each of near.slice(0, 20)) expect(skeletonNeighbours(each)).toContain(key)
        }
      }),
      { numRuns: 50 },
    )
  })
})

import { describe, expect, test } from 'vitest'
import { cooperationRecord, partyRecord } from '../../../../test/support/cooperation-record.ts'
import type { CooperationAnswer } from '../records/schema.ts'
import { writeGeoJson } from './geojson.ts'

async function featureOf(parties: CooperationAnswer['parties']) {
  const text = await Array.fromAsync(writeGeoJson(slice(cooperationRecord({ parties }))))
  const { type, features } = JSON.parse(text.join(''))
  expect([type, features.length, features[0].type]).toEqual(['FeatureCollection', 1, 'Feature'])
  return features[0]
}

async function* slice(record: CooperationAnswer): AsyncGenerator<CooperationAnswer[]> {
  yield [record]
}

const limoges = partyRecord({ slug: 'limoges', location: { latitude: 45.8, longitude: 1.2 } })
const lille = partyRecord({ slug: 'lille', location: { latitude: 50.6, longitude: 3.1 } })
const icheon = partyRecord({ slug: 'icheon', country: 'KR', location: { latitude: 37.3, longitude: 127.4 } })
const nowhere = partyRecord({ slug: 'nowhere', country: 'KR', location: null })

describe('a cooperation as GeoJSON', () => {
  test('is a line between its parties, longitude first', async () => {
    const { geometry } = await featureOf([limoges, icheon])
    expect(geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [1.2, 45.8],
        [127.4, 37.3],
      ],
    })
  })

  test('runs along one side before it crosses', async () => {
    const { geometry } = await featureOf([limoges, icheon, lille])
    expect(geometry.coordinates).toEqual([
      [1.2, 45.8],
      [3.1, 50.6],
      [127.4, 37.3],
    ])
  })

  test('is a point where one party alone has a place, and nothing where none has', async () => {
    expect((await featureOf([limoges, nowhere])).geometry).toEqual({
      type: 'Point',
      coordinates: [1.2, 45.8],
    })
    expect((await featureOf([nowhere])).geometry).toBeNull()
  })

  test('leaves out whoever is only linked to it', async () => {
    const { geometry } = await featureOf([limoges, icheon, { ...lille, capacity: 'ecosystem' }])
    expect(geometry.coordinates).toEqual([
      [1.2, 45.8],
      [127.4, 37.3],
    ])
  })
})

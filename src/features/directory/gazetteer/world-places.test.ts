import { expect, it } from 'vitest'
import { fold } from '../../../platform/search/index.ts'
import { worldPlacesNamed } from './world-places.ts'

it.each([
  ['Pékin', 'CN', 'Beijing'],
  ['Nankin', 'CN', 'Nanjing'],
  ['Xi’an', 'CN', 'Xi’an'],
  ['Bethléem', 'PS', 'Bethlehem'],
  ['El-Bireh', 'PS', 'Al Bīrah'],
  ['Jbeil', 'LB', 'Jbaïl'],
  ['Nabatieh', 'LB', 'Nabatîyé et Tahta'],
  ['Etchmiadzine', 'AM', 'Vagharshapat'],
  ['Venise', 'IT', 'Venice'],
  ['칭다오', 'CN', 'Qingdao'],
])('knows %s by the name that texts give it', (written, country, name) => {
  const found = worldPlacesNamed([fold(written)]).get(fold(written)) ?? []
  expect(found.map((place) => [place.country, place.name])).toContainEqual([country, name])
})

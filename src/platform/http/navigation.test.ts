import { describe, expect, test } from 'vitest'
import { leadsTo } from './navigation.ts'

const pages = [
  '',
  '/partners',
  '/partners/limoges-ceramics',
  '/partnership',
  '/expectations',
  '/expectations/overview',
  '/agenda',
]
const pagesOf = (entry: Parameters<typeof leadsTo>[0]) => pages.filter((page) => leadsTo(entry, page))

describe('an entry of the navigation', () => {
  test('stands for its own page and those beneath it, not for one whose name begins alike', () => {
    expect(pagesOf({ path: '/partners' })).toEqual(['/partners', '/partners/limoges-ceramics'])
  })

  test('stands for pages elsewhere that belong to it', () => {
    expect(pagesOf({ path: '/partners', also: ['/expectations'] })).toEqual([
      '/partners',
      '/partners/limoges-ceramics',
      '/expectations',
      '/expectations/overview',
    ])
  })

  test('that leads to the first page of a network stands for that page alone', () => {
    expect(pagesOf({ path: '' })).toEqual([''])
  })
})

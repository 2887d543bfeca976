import { expect, test } from 'vitest'
import { uiReader } from '../../../ui/ui-reader.ts'
import { themeGroups } from './theme-groups.ts'
import { themes } from './themes.ts'

test('every theme stands in one group', () => {
  const reader = { ...uiReader('en'), t: (key: string) => key }
  const grouped = themeGroups(reader as never).flatMap(({ options }) => options.map(({ value }) => value))
  expect(grouped.toSorted()).toEqual([...themes].toSorted())
})

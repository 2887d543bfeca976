import { expect, test } from 'vitest'
import { directoryRecord } from '../directory-record.ts'
import { hangulNames, withHangul } from './hangul-names.ts'

const names = hangulNames([
  { key: 'CN:SD', name_ko: '산둥성', aliases: '산동성' },
  { key: 'JP:40', name_ko: '후쿠오카현', aliases: '' },
])
const row = (key: string, aliases = '') =>
  directoryRecord({ key, kind: 'level_1', level: '1', name_en: 'X', aliases })

test('a first level bears its Hangul name, and its others beside those that it has', () => {
  const { name_ko, aliases } = withHangul(row('CN:SD', 'en:alias:Shandong Sheng'), names)
  expect([name_ko, aliases]).toEqual(['산둥성', 'en:alias:Shandong Sheng|ko:alias:산동성'])
})

test('what the table does not know stays as it is', () => {
  expect(withHangul(row('IS:gn:41'), names)).toEqual(row('IS:gn:41'))
})

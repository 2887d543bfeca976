import { expect, test } from 'vitest'
import { openTestApp } from '../../../../../test/support/open-test-app.ts'
import { codeSchemesOf, isCodeOf } from './code-fields.tsx'

test('a code that was mistyped by one figure is none', () => {
  expect(isCodeOf('siren', '217401199')).toBe(true)
  expect(isCodeOf('siren', '217401198')).toBe(false)
  expect(isCodeOf('siren', '21740119')).toBe(false)
  expect(isCodeOf('cog', '2A004')).toBe(true)
  expect(isCodeOf('cog', '7411')).toBe(false)
  expect(isCodeOf('kr', '5273')).toBe(false)
  expect(isCodeOf('kr10', '527300000')).toBe(false)
})

test('every code of the reference files is one', async () => {
  const testApp = await openTestApp()
  const rows = await testApp.context.database
    .selectFrom('directory_organisation')
    .select(['slug', 'country', 'codes'])
    .execute()
  const wrong = rows.flatMap(({ slug, country, codes }) =>
    codeSchemesOf(country)
      .filter((scheme) => codes[scheme] && !isCodeOf(scheme, codes[scheme]))
      .map((scheme) => `${slug} ${scheme} ${codes[scheme]}`),
  )
  expect([rows.length > 500, wrong]).toEqual([true, []])
  await testApp.close()
})

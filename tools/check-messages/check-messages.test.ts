import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkMessages } from './check-messages.ts'

const folder = 'src/features/agenda/messages'

/** A project whose agenda has one message, under a key that the code uses unless another code is given. */
function found(texts: { fr: string; ko?: string; en?: string }, key = 'agenda.event.title') {
  const files = Object.entries(texts).map(([language, text]) => [
    `${folder}/${language}.json`,
    json({ [key]: text }),
  ])
  return rules({ ...Object.fromEntries(files), 'src/features/agenda/pages.tsx': `t('${key}')` })
}

function rules(files: Record<string, string>, dynamicPrefixes: string[] = []) {
  return checkMessages(createProject(files), dynamicPrefixes).map(({ file, line, rule }) => {
    return `${file.replace(`${folder}/`, '')}:${line} ${rule}`
  })
}

const json = (messages: Record<string, unknown>) => JSON.stringify(messages, null, 2)

test('accepts a message that is whole in three languages', () => {
  expect(found({ fr: 'Évènement', ko: '행사', en: 'Event' })).toEqual([])
  const fr = '{count, plural, =0 {aucun} one {# lien} many {# de liens} other {# liens}}'
  const en = '{count, plural, one {# tie} other {# ties}}'
  expect(found({ fr, ko: '{count, plural, other {#건}}', en })).toEqual([])
})

test('fails when it read no message', () => {
  expect(rules({ 'src/a.ts': '' })).toEqual(['src:1 nothing-read'])
  expect(rules({ [`${folder}/fr.json`]: '{}' })).toEqual(['src:1 nothing-read'])
})

test('refuses a message that a language lacks', () => {
  expect(found({ fr: 'Titre', en: 'Title' })).toEqual(['ko.json:1 message-parity'])
  expect(found({ fr: 'Titre', ko: '제목' })).toEqual(['en.json:1 message-parity'])
})

test('refuses parameters that differ', () => {
  expect(found({ fr: '{a}', ko: '{b}', en: '{a}' })).toEqual(['ko.json:2 message-parameters'])
  expect(found({ fr: '{a, number}', ko: '{a, number}', en: '{a}' })).toEqual(['en.json:2 message-parameters'])
  const fr = '{a, select, x {1} other {2}}'
  expect(found({ fr, ko: fr, en: '{a, select, y {1} other {2}}' })).toEqual(['en.json:2 message-parameters'])
})

test('refuses what is no ICU message, or empty', () => {
  expect(found({ fr: '{a', ko: '제목', en: ' ' })).toEqual([
    'fr.json:2 message-syntax',
    'en.json:2 message-syntax',
  ])
})

test('asks for the plural forms of each language, no fewer and no others', () => {
  const forms = (...names: string[]) => `{n, plural, ${names.map((name) => `${name} {#}`).join(' ')}}`
  const fr = forms('one', 'many', 'other')
  expect(found({ fr: forms('one', 'other'), ko: forms('other'), en: forms('one', 'other') })).toEqual([
    'fr.json:2 plural',
  ])
  expect(found({ fr, ko: forms('one', 'other'), en: forms('other') })).toEqual([
    'ko.json:2 plural',
    'en.json:2 plural',
  ])
  expect(found({ fr, ko: forms('other'), en: forms('one', 'many', 'other') })).toEqual(['en.json:2 plural'])
})

test('asks for the ordinal forms of each language', () => {
  const ordinal = (forms: string) => `{n, selectordinal, ${forms}}`
  const fr = ordinal('one {#er} other {#e}')
  const ko = ordinal('other {제#차}')
  expect(found({ fr, ko, en: ordinal('one {#st} two {#nd} few {#rd} other {#th}') })).toEqual([])
  expect(found({ fr, ko, en: ordinal('one {#st} other {#th}') })).toEqual(['en.json:2 plural'])
})

test('asks for the French apostrophe in the file and leaves the spaces to the formatter', () => {
  expect(found({ fr: "L'accord", ko: '협정', en: "The mayor's" })).toEqual(['fr.json:2 french-typography'])
  const fr = '{n, plural, one {un !} many {# !} other {# !}}'
  expect(found({ fr, ko: '{n, plural, other {#!}}', en: '{n, plural, one {#!} other {#!}}' })).toEqual([])
})

test('asks for Hangul in Korean sentences, not in acronyms, formats and addresses', () => {
  expect(found({ fr: 'Accord de jumelage', ko: 'Twinning agreement', en: 'Twinning agreement' })).toEqual([
    'ko.json:2 korean',
  ])
  expect(found({ fr: 'PDF, DOCX', ko: 'PDF, DOCX', en: 'PDF, DOCX' })).toEqual([])
  expect(found({ fr: 'https://exemple.fr', ko: 'https://exemple.fr', en: 'https://exemple.fr' })).toEqual([])
})

test('asks for keys that begin with their feature and name a thing of a subject', () => {
  const texts = { fr: 'Titre', ko: '제목', en: 'Title' }
  const everywhere = ['fr.json:2 message-key', 'ko.json:2 message-key', 'en.json:2 message-key']
  expect(found(texts, 'agenda.title')).toEqual(everywhere)
  expect(found(texts, 'agenda.event title.x')).toEqual(everywhere)
  expect(found(texts, 'people.event.title')).toEqual(everywhere)
})

test('finds a key that stands twice, in a file or in two folders of a feature', () => {
  const line = '"agenda.event.title": "제목"'
  const twice = { [`${folder}/ko.json`]: `{\n${line},\n${line}\n}` }
  expect(rules(twice)).toContain('ko.json:3 message-key')
  const inner = 'src/features/agenda/events/messages/ko.json'
  const twins = { [`${folder}/ko.json`]: `{\n${line}\n}`, [inner]: `{\n${line}\n}` }
  expect(rules(twins)).toContain('ko.json:2 message-key')
})

test('refuses files that are no flat object of texts, and unknown languages', () => {
  const found = rules({
    [`${folder}/fr.json`]: '{ "agenda.a.b": "x",',
    [`${folder}/ko.json`]: json({ 'agenda.a': { b: 'x' } }),
    [`${folder}/en.json`]: '["x"]',
    [`${folder}/xx.json`]: '{}',
  })
  const refused = [
    'en.json:1 message-file',
    'fr.json:1 message-file',
    'ko.json:2 message-file',
    'xx.json:1 message-language',
  ]
  expect(found).toEqual([...refused, 'src:1 nothing-read'])
})

const titles = Object.fromEntries(
  Object.entries({ fr: 'Titre', ko: '제목', en: 'Title' }).map(([language, text]) => [
    `${folder}/${language}.json`,
    json({ 'agenda.event.title': text, 'agenda.kind.fair': text }),
  ]),
)
const using = (text: string, prefixes: string[] = [], path = 'src/features/agenda/pages.tsx') =>
  rules({ ...titles, [path]: text }, prefixes)

test('finds messages that nothing uses; a test is no use', () => {
  expect(using("t('agenda.event.title')")).toEqual(['fr.json:3 message-unused'])
  expect(
    using("const keys = { 'agenda.event.title': 1, b: 'agenda.kind.fair' }", [], 'islands/a.ts'),
  ).toEqual([])
  expect(using("t('agenda.event.title', 'agenda.kind.fair')", [], 'src/a.test.ts')).toHaveLength(2)
})

test('finds names of messages that do not exist', () => {
  const text =
    "t('agenda.event.title'); t('agenda.kind.fair')\nt('agenda.event.titel'); open('agenda.ts'); t('x.y.z')"
  expect(using(text)).toEqual(['src/features/agenda/pages.tsx:2 message-missing'])
})

test('lets code complete the keys whose beginning is declared', () => {
  const text = "t('agenda.event.title')\nt(`agenda.kind.${kind}`)"
  expect(using(text, ['agenda.kind.'])).toEqual([])
  expect(using(text)).toEqual(['fr.json:3 message-unused', 'src/features/agenda/pages.tsx:2 message-dynamic'])
})

test('finds declared beginnings that are no longer of use', () => {
  const list = 'tools/check-messages/dynamic-keys.json:1 message-dynamic'
  const text = "t('agenda.event.title', 'agenda.kind.fair')"
  expect(using(text, ['agenda.kind.'])).toEqual([list])
  expect(using(`${text}\nt(\`agenda.state.\${x}\`)`, ['agenda.state.'])).toEqual([list])
})

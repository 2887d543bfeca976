import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkNames } from './names.ts'

const found = (path: string, text: string) =>
  checkNames(createProject({ [path]: text })).map(
    ({ line, rule, message }) => `${line} ${rule} ${message.split(' ')[0]}`,
  )

test('accepts queries that say they read', () => {
  const names = [
    'listEvents',
    'findEvent',
    'lookUpEvent',
    'countEvents',
    'isPublished',
    'hasEvents',
    'mayBeSeen',
  ]
  const text = names.map((name) => `export async function ${name}() {}`).join('\n')
  expect(found('src/features/agenda/queries.ts', text)).toEqual([])
})

test('refuses queries under any other name, however they are exported', () => {
  const text = `export function getEvents() {}
export const loadEvents = async () => []
const listing = () => []
export { listing }
export interface Events { a: 1 }
export type { Listed } from './listed.ts'
export const pageSize = 50`
  expect(found('src/features/agenda/events/queries.ts', text)).toEqual([
    '1 export-name getEvents',
    '2 export-name loadEvents',
    '4 export-name listing',
  ])
})

test('asks policies for may', () => {
  const text =
    'export const mayPublishEvents = () => true\nexport function canPublish() {}\nexport function mayhem() {}'
  expect(found('src/features/agenda/policy.ts', text)).toEqual([
    '2 export-name canPublish',
    '3 export-name mayhem',
  ])
})

test('asks the same of no other file', () => {
  expect(found('src/platform/queries.ts', 'export function run() {}')).toEqual([])
  expect(found('src/features/agenda/commands.ts', 'export function publishEvent() {}')).toEqual([])
})

test('refuses default exports outside configurations', () => {
  expect(found('src/ui/field.tsx', 'export default function Field() {}')).toEqual(['1 named-export give'])
  expect(found('islands/map.ts', 'const map = 1\nexport { map as default }')).toEqual(['2 named-export give'])
  expect(found('vitest.config.ts', 'export default {}')).toEqual([])
})

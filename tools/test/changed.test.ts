import { expect, test } from 'vitest'
import { selectTests } from './changed.ts'

const texts: Record<string, string> = {
  'src/features/agenda/agenda.test.ts': '',
  'src/features/agenda/polls/poll.test.ts': '',
  'src/features/partners/wishes/wishes.test.ts': "import '../../../features/agenda/index.ts'",
  'src/features/people/sign-in/sign-in.test.ts': '',
  'src/platform/dates/dates.test.ts': '',
  'src/platform/mail/mail.test.ts': '',
  'test/policies/policies.test.ts': "import '../../src/features/agenda/policy.ts'",
  'test/races/limits.test.ts': "import '../support/at-once.ts'",
  'test/e2e/journeys.test.ts': "import '../../src/features/agenda/paths.ts'",
  'tools/test/tally.test.ts': '',
}
const known = {
  all: Object.keys(texts),
  stories: ['src/features/agenda/agenda.test.ts', 'src/features/people/sign-in/sign-in.test.ts'],
  read: (path: string) => texts[path] ?? '',
}
const beneath = 'of the features all but a story each, as'

test.each([
  [
    'inside a feature: its own tests, and those that name it',
    ['src/features/agenda/polls/commands.ts'],
    [
      'src/features/agenda/agenda.test.ts',
      'src/features/agenda/polls/poll.test.ts',
      'src/features/partners/wishes/wishes.test.ts',
      'test/policies/policies.test.ts',
    ],
    ['journeys in a browser, pages and whole processes'],
  ],
  [
    'beneath all features: its own tests and a story of each',
    ['src/platform/dates/clocks.ts'],
    [
      'src/features/agenda/agenda.test.ts',
      'src/features/people/sign-in/sign-in.test.ts',
      'src/platform/dates/dates.test.ts',
    ],
    [
      `${beneath} src/platform/dates/clocks.ts lies beneath them`,
      'journeys in a browser, pages and whole processes',
    ],
  ],
  ['a journey alone: itself', ['test/e2e/journeys.test.ts'], ['test/e2e/journeys.test.ts'], []],
  [
    'what tests share: those that use it',
    ['test/support/at-once.ts'],
    ['test/races/limits.test.ts'],
    ['journeys in a browser, pages and whole processes'],
  ],
  ['a tool', ['tools/test/tally.ts'], ['tools/test/tally.test.ts'], []],
  ['a text', ['docs/guides/add-a-feature.md'], [], []],
  ['what nothing is known of', ['package.json'], [], ['whatever reads package.json']],
])('a change %s', (_which, changed, tests, leftOut) => {
  expect(selectTests(changed, known)).toEqual({ tests, leftOut })
})

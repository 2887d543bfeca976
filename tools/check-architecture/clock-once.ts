import { type Span, Visitor } from 'oxc-parser'
import type { Finding } from '../finding.ts'
import { isTest, type Module } from '../project/module.ts'
import { isInFolders, type Project } from '../project/project.ts'

// Between the readings these wait for something else, and the later instant is what they need.
const readAgain = [
  // The provider’s answer is checked at the instant of its arrival.
  'src/features/people/providers/pages.tsx',
  // A text is claimed before, and seen on a day after, a long wait.
  'src/features/imports/texts/reading/commands.ts',
]

/** No function takes two readings of the clock for one instant: it reads once, or uses `readOnce`, and hands the instant on. */
export function checkClockOnce(project: Project): Finding[] {
  return project.modules
    .filter(({ path }) => isInFolders(path, ['src']) && !isTest(path) && !readAgain.includes(path))
    .flatMap(secondReadings)
}

function secondReadings(module: Module): Finding[] {
  const { text, program } = module
  const works: Span[] = []
  const readings: { start: number; clock: string }[] = []
  const once = new Set<string>()
  const written = ({ start, end }: Span) => text.slice(start, end)
  const add = (node: Span) => works.push(node)
  new Visitor({
    FunctionDeclaration: add,
    Property: ({ key, value }) => {
      if (written(key) === 'run') add(value)
    },
    VariableDeclarator: ({ id, init }) => {
      if (init?.type === 'ArrowFunctionExpression') add(init)
      if (init?.type === 'CallExpression' && written(init.callee) === 'readOnce') once.add(written(id))
    },
    CallExpression: ({ callee, arguments: given, start }) => {
      const called = written(callee)
      // Each request is a work of its own.
      if (/^(?:app|pages(?:\.with\(.*\))?)\.\w+$/s.test(called))
        for (const each of given) if (isFunction(each.type)) add(each)
      const clock = /^(.*\bclock)\.now$/.exec(called)?.[1]
      const asked = called === 'dayOf' || called === 'ownDay' ? given[0] : undefined
      if (clock !== undefined) readings.push({ start, clock })
      else if (asked) readings.push({ start, clock: written(asked) })
    },
  }).visit(program)
  const isOnce = (clock: string) => [...once].some((name) => new RegExp(`\\b${name}\\b`).test(clock))
  const times = Map.groupBy(
    readings.filter(({ clock }) => !isOnce(clock)),
    ({ start }) => works.filter((work) => work.start <= start && start < work.end).at(-1),
  )
  return [...times].flatMap(([work, [, second]]) =>
    work && second
      ? [{ file: module.path, line: module.lineAt(second.start), rule: 'clock-once', message }]
      : [],
  )
}

const message = 'the function reads the clock a second time: read it once and hand the instant on'

const isFunction = (type: string) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression'

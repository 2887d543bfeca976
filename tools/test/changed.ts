import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'

/** The tests of a change, and in words what else could show a fault of it. */
export interface Selection {
  tests: string[]
  leftOut: string[]
}

const tests = '{src,islands,tools,test,bench}/**/*.test.{ts,tsx}'
const wholes = 'journeys in a browser, pages and whole processes'

/** The files that differ from a commit, those that git does not know yet included. */
export function changedFiles(since: string): string[] {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).split('\n')
  const files = [...git('diff', '--name-only', since), ...git('ls-files', '--others', '--exclude-standard')]
  return [...new Set(files.filter((file) => file !== ''))]
}

/** The paths of all tests. */
export function listTests(): string[] {
  return globSync(tests, { exclude: (path) => path.includes('node_modules') }).toSorted()
}

/**
 * The tests that a change is tried with: those of the features and folders that it touches, and those elsewhere that name them. Imports say
 * less: every test that opens the application imports all of it. `stories` represent the features where the change lies beneath all.
 */
export function selectTests(
  changed: readonly string[],
  {
    all,
    stories,
    read = readText,
  }: { all: readonly string[]; stories: readonly string[]; read?: (path: string) => string },
): Selection {
  const chosen = new Set<string>()
  const leftOut = new Set<string>()
  const choose = (which: (test: string) => boolean) => {
    for (const test of all) if (which(test)) chosen.add(test)
  }
  for (const file of changed) {
    const [root = '', folder = '', part = ''] = file.split('/')
    if (all.includes(file)) chosen.add(file)
    else if (root === 'src' && folder === 'features' && file.split('/').length > 3) {
      const feature = `features/${part}/`
      choose((test) => test.startsWith(`src/${feature}`) || (isQuick(test) && read(test).includes(feature)))
      leftOut.add(wholes)
    } else if (root === 'src') {
      choose((test) => test.startsWith(`src/${folder}/${folder === 'platform' ? `${part}/` : ''}`))
      choose((test) => stories.includes(test))
      leftOut.add(`of the features all but a story each, as ${file} lies beneath them`)
      leftOut.add(wholes)
    } else if (root === 'test') {
      const name = file.replace(/^.*\//, '/')
      choose((test) => isQuick(test) && read(test).includes(name))
      leftOut.add(wholes)
    } else if (root === 'migrations' || root === 'data') {
      choose((test) => test.startsWith('src/platform/database/') || stories.includes(test))
      leftOut.add(`of the features all but a story each, as they read what ${file} makes`)
      leftOut.add(wholes)
    } else if (root === 'islands' || root === 'tools' || root === 'bench')
      choose((test) => test.startsWith(folder.includes('.') ? `${root}/` : `${root}/${folder}/`))
    else if (!/\.md$/.test(file)) leftOut.add(`whatever reads ${file}`)
  }
  return { tests: [...chosen].toSorted(), leftOut: [...leftOut] }
}

const isQuick = (test: string) => !/^test\/(?:operations|e2e)\//.test(test)
const readText = (path: string) => readFileSync(path, 'utf8')

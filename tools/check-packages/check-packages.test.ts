import { describe, expect, test } from 'vitest'
import { budget, checkBudget, checkLock, checkPackages } from './check-packages.ts'
import { listServing, readLock } from './lock-file.ts'

const lockOf = (packages: Record<string, object>) =>
  readLock(JSON.stringify({ packages: { '': { name: 'entente' }, ...packages } }))
const messages = (packages: Record<string, object>) =>
  checkLock(lockOf(packages)).map(({ message }) => message)

describe('the lock file', () => {
  test('names a hash for each package', () => {
    expect(messages({ 'node_modules/a': { version: '1.0.0' } })).toEqual(['node_modules/a has no hash'])
  })

  test('has nothing that runs a program of its own when a server is installed', () => {
    const a = { integrity: 'sha512-x', hasInstallScript: true }
    expect(messages({ 'node_modules/a': a, 'node_modules/b': { ...a, dev: true } })).toEqual([
      'node_modules/a runs a program of its own when it is installed',
    ])
  })

  test('installs for servers nothing that tests need', () => {
    const packages = { 'node_modules/vite': { integrity: 'sha512-x', devOptional: true } }
    expect(messages(packages)).toEqual([
      'node_modules/vite is for tests, and an optional peer of what serves: see record 81',
    ])
    expect(listServing(lockOf(packages))).toEqual(['node_modules/vite'])
  })

  test('is not passed unread', () => {
    expect(messages({})).toEqual(['the lock file names no package'])
  })
})

describe('what serves', () => {
  test('stays within its packages and megabytes', () => {
    const many = Array.from({ length: budget.packages + 1 }, () => ({ name: 'docx', bytes: 2 ** 20 }))
    expect(checkBudget(many).map(({ message }) => message)).toEqual([
      '521 packages serve, more than 520',
      'what serves takes 521 MB, more than 515',
    ])
    expect(checkBudget(many.slice(0, 500))).toEqual([])
  })

  test('has a reason for each of the ten largest', () => {
    const small = Array.from({ length: 10 }, (_, index) => ({ name: `small-${index}`, bytes: 1 }))
    const nine = Array.from({ length: 9 }, () => ({ name: 'docx', bytes: 10 }))
    expect(checkBudget([...small, ...nine]).map(({ message }) => message)).toEqual([
      'small-0 is one of the ten largest: say in largest.ts why it is there',
    ])
  })

  test('is all that, here', () => {
    expect(checkPackages()).toEqual([])
  })
})

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { runCommand } from '../browser/run-command.ts'
import { startSite } from '../browser/start-site.ts'
import { type Answer, askFor, type Question } from './answers.ts'
import { differences } from './differences.ts'
import { fillSite } from './fill-site.ts'
import { openSessions } from './sessions.ts'

// Shows that a change of the code changes nothing that users see: `keep` fills a demonstration by walking through every page,
// then keeps its data and its answers; `compare` opens the same data with the present code and asks for the same. `tsx
// tools/guard/guard.ts keep FOLDER`, then, on a later commit, `tsx tools/guard/guard.ts compare FOLDER`.
const [verb, folder] = process.argv.slice(2)
if ((verb !== 'keep' && verb !== 'compare') || folder === undefined) {
  console.error('Usage: tsx tools/guard/guard.ts keep|compare FOLDER')
  process.exit(2)
}
const kept = {
  data: join(folder, 'data'),
  questions: join(folder, 'questions.json'),
  answers: join(folder, 'answers.br'),
  restored: join(folder, 'restored.br'),
  backup: join(folder, 'backup'),
}
// A restored backup is asked one question in so many.
const oneInBackup = 10
// A guard with few questions finds nothing.
const fewest = 900

if (verb === 'keep') {
  if (existsSync(folder)) throw new Error(`${folder} is there already`)
  mkdirSync(kept.data, { recursive: true })
  const questions = await fillSite(kept.data)
  writeFileSync(kept.questions, JSON.stringify(questions, null, 1))
  await runCommand(kept.data, ['backup', kept.backup])
  const steady = await steadyAnswersOf(questions)
  if (steady.length < fewest) throw new Error(`Only ${steady.length} answers could be kept`)
  write(kept.answers, steady)
  // A restored backup is not complete: sessions and links have ended.
  write(kept.restored, await steadyAnswersOf(sampleOf(questions, steady), 'backup'))
  console.log(`${steady.length} answers kept`)
} else {
  const questions: Question[] = JSON.parse(readFileSync(kept.questions, 'utf8'))
  const [before, restoredBefore] = [read(kept.answers), read(kept.restored)]
  const found = [
    ...differences(before, await answersOf(asked(questions, before))),
    ...differences(restoredBefore, await answersOf(asked(questions, restoredBefore), 'backup')).map(
      ({ name, lines }) => ({ name: `of the backup: ${name}`, lines }),
    ),
  ]
  for (const { name, lines } of found) console.log(`${name}\n${lines.map((line) => `  ${line}`).join('\n')}`)
  console.log(
    `${before.length} answers compared, ${restoredBefore.length} of the restored backup; ${found.length} differ`,
  )
  process.exitCode = found.length === 0 ? 0 : 1
}

/** Asked twice: an answer that differs with unchanged code is no difference. */
async function steadyAnswersOf(
  questions: readonly Question[],
  from: 'data' | 'backup' = 'data',
): Promise<Answer[]> {
  const [first, second] = [await answersOf(questions, from), await answersOf(questions, from)]
  const restless = new Set(differences(first, second).map(({ name }) => name))
  for (const name of restless) console.log(`left out, as it changes by itself: ${name}`)
  return first.filter(({ name }) => !restless.has(name))
}

function sampleOf(questions: readonly Question[], answers: readonly Answer[]): Question[] {
  return asked(questions, answers).filter((_, index) => index % oneInBackup === 0)
}

function asked(questions: readonly Question[], answers: readonly Answer[]): Question[] {
  const names = new Set(answers.map(({ name }) => name))
  return questions.filter(({ name }) => names.has(name))
}

function write(path: string, answers: readonly Answer[]): void {
  writeFileSync(path, brotliCompressSync(JSON.stringify(answers)))
}

function read(path: string): Answer[] {
  return JSON.parse(brotliDecompressSync(readFileSync(path)).toString())
}

/** The answers of the present code, on a copy of the data or on what it restores from the backup. */
async function answersOf(
  questions: readonly Question[],
  from: 'data' | 'backup' = 'data',
): Promise<Answer[]> {
  const data = join(folder ?? '', 'copy')
  rmSync(data, { recursive: true, force: true })
  if (from === 'data') cpSync(kept.data, data, { recursive: true })
  else await runCommand(data, ['restore', kept.backup])
  // Programs ask for more here than they may in a minute.
  const site = await startSite({ DATA_DIR: data, RATE_LIMIT: '0' })
  try {
    const sessions = await openSessions({ url: site.url, folder: data })
    const answers: Answer[] = []
    for (const question of questions) answers.push(await askFor(site.url, question, sessions))
    return answers
  } finally {
    await site.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

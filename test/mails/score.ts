import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAnswer } from '../../src/platform/mail/inbound/reading/read-answer.ts'

interface Expected {
  is: string
  reason: string | null
  text: string
  absent_until: string | null
  attachments: string[]
  sentences: string[]
  never: string[]
  mayStay?: string[]
  mayBe?: Record<string, unknown[]>
  wrapped?: boolean
  unsure?: boolean
}

export interface Scored {
  name: string
  /** Kind, reason, day of return and text are as expected. */
  isExact: boolean
  lost: string[]
  left: string[]
  got: Awaited<ReturnType<typeof readAnswer>>
  expected: Expected
}

const squeeze = (text: string) => text.replaceAll(/[\s\u{a0}\u{202f}\u{200b}\u{feff}]+/gu, ' ').trim()
const bare = (text: string) => squeeze(text).replaceAll(/[\s>"'«»“”‘’]/g, '')
const bullet = (line: string) => line.replace(/^[-*•·–—▪■◦○●]\s*/u, '- ')

/** The lines of a text that count: no blank ones, no closing formula, bullets alike; one line where a program wrapped them. */
function linesOf(text: string, { mayStay = [], wrapped = false }: Expected): string {
  const formulas = new Set(mayStay.flatMap((each) => each.split('\n')).map((each) => bare(bullet(each))))
  const lines = text
    .split(/\r?\n/)
    .map((line) => bullet(squeeze(line)))
    .filter((line) => line !== '' && !formulas.has(bare(line)))
  return lines.join(wrapped ? ' ' : '\n')
}

/** Reads every mail of a folder and compares what was read with what its author says. */
export async function scoreMails(folder: string): Promise<Scored[]> {
  const place = join(import.meta.dirname, folder)
  const names = readdirSync(place)
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
  return Promise.all(
    names.map(async (name) => {
      const expected: Expected = JSON.parse(readFileSync(join(place, name.replace(/eml$/, 'json')), 'utf8'))
      const got = await readAnswer(readFileSync(join(place, name)))
      const isOneOf = (field: 'is' | 'reason', value: unknown) =>
        value === expected[field] || (expected.mayBe?.[field] ?? []).includes(value)
      const isDay =
        got.absentUntil === expected.absent_until ||
        (expected.mayBe?.absent_until ?? []).includes(got.absentUntil)
      const isText =
        expected.is !== 'answer' ||
        [expected.text, ...((expected.mayBe?.text ?? []) as string[])].some(
          (text) => linesOf(got.text, expected) === linesOf(text, expected),
        ) ||
        (expected.unsure === true && !got.sure)
      const read = bare(got.text)
      return {
        name: `${folder}/${name}`,
        isExact: isOneOf('is', got.is) && isOneOf('reason', got.reason) && isDay && isText,
        lost:
          got.is === 'answer' || got.is === 'question'
            ? expected.sentences.filter((each) => !read.includes(bare(each)))
            : expected.is === 'answer'
              ? expected.sentences
              : [],
        left: got.sure ? expected.never.filter((each) => read.includes(bare(each))) : [],
        got,
        expected,
      }
    }),
  )
}

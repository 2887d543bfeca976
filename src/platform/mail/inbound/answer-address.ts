import { randomBytes } from 'node:crypto'
import type { Application } from '../../http/application.ts'

/** What tells the answers to one question by one person apart: 128 bits, in small letters. Only `digestOf` it is kept. */
export const newAnswerToken = (): string => randomBytes(16).toString('hex')

/** Where the answers with a token go; undefined where nothing would read them. */
export function answerAddress(
  { settings: { answers } }: Pick<Application, 'settings'>,
  token: string,
): string | undefined {
  const isRead = answers.url !== null || answers.key !== null
  return answers.address === null || !isRead ? undefined : answers.address.replace('*', token)
}

import { expect, it } from 'vitest'
import { threadMs } from '../../../../../test/support/thread-time.ts'
import { readPlainText } from '../../../../platform/reading/read-plain-text.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { outlineOf } from '../outline.ts'
import { groupsOf } from './groups.ts'
import { listedPairs } from './sentence-ties.ts'

// The words between two names are read in one way, however long: before, each additional word took twice to nine times as long.

const named = (text: string, name: string, country: string) => {
  const start = text.lastIndexOf(name)
  return {
    start,
    end: start + name.length,
    country,
    name,
    namesakes: [],
    kinds: [],
  } as unknown as AuthorityMention
}

it.each([', , ', 'le ', 'depuis ', 'villes, '])('reads a gap of %j between two towns at once', (piece) => {
  const text = `Lyon ${piece.repeat(80 / piece.length)}x Incheon`
  const [sentence] = outlineOf(readPlainText(text)).units[0]?.sentences ?? []
  if (!sentence) throw new Error('no sentence')
  const mentions = [named(text, 'Lyon', 'FR'), named(text, 'Incheon', 'KR')]
  expect(threadMs(() => groupsOf(sentence, mentions))).toBeLessThan(50)
  expect(groupsOf(sentence, mentions)).toHaveLength(2)
})

it('reads a long Korean list at once, and no less of it', () => {
  const pairs = (list: string) => {
    const text = `우리 구는 3개 도시와 교류합니다. ${list}`
    const { sentences = [], ...unit } = outlineOf(readPlainText(text)).units[0] ?? {}
    const sentence = sentences.at(-1)
    if (!sentence) throw new Error('no sentence')
    const own = ['이타바시구', '허시구'].flatMap((name) =>
      text.includes(name) ? [named(text, name, 'JP')] : [],
    )
    const mentions = { authorities: new Map([[sentence.unit, own]]) } as unknown as Mentions
    expect(unit).toBeDefined()
    return listedPairs(sentence, mentions, [named(text, '우리 구', 'KR')]).length
  }
  expect(pairs('일본 이타바시구, 그리고 중국(산둥성) 허시구입니다.')).toBe(2)
  expect(pairs('바로 이타바시구와 허시구입니다.')).toBe(2)
  expect(pairs('이타바시구 및 나 허시구입니다.')).toBe(0)
  expect(threadMs(() => pairs(`이타바시구 ${'가나다라마바'.repeat(200)}! 허시구입니다.`))).toBeLessThan(200)
})

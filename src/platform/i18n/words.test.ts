import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { projectPath } from '../settings/project-path.ts'

// docs/domain/glossary.md: who reads two words for one idea looks for two things.
const ideas = [
  { french: /\bthèmes?\b/i, korean: '분야', never: '주제' },
  { french: /\bmétiers?\b(?! d’art)/i, korean: '직무', never: '실무 분야' },
]

test('says an idea of the field by one word in Korean, whatever feature says it', async () => {
  const seen = new Set<string>()
  const others: string[] = []
  for await (const file of glob('src/**/messages/fr.json', { cwd: projectPath('.') })) {
    const [french, korean] = [file, file.replace('fr.json', 'ko.json')].map(
      (path): Record<string, string> => JSON.parse(readFileSync(projectPath(path), 'utf8')),
    )
    for (const [key, words] of Object.entries(french ?? {}))
      for (const idea of ideas.filter((each) => each.french.test(words.replaceAll(/\{[^{}]*\}/g, '')))) {
        if (korean?.[key]?.includes(idea.never)) others.push(key)
        if (korean?.[key]?.includes(idea.korean)) seen.add(idea.korean)
      }
  }
  expect(others).toEqual([])
  expect([...seen].toSorted()).toEqual(ideas.map(({ korean }) => korean).toSorted())
})

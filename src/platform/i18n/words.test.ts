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

test.each(['fr', 'ko', 'en'])(
  'names what a guide in %s tells to press as the interface does',
  async (language) => {
    const words = new Set<string>()
    for await (const file of glob(`src/**/messages/${language}.json`, { cwd: projectPath('.') }))
      for (const each of Object.values<string>(JSON.parse(readFileSync(projectPath(file), 'utf8'))))
        words.add(each.toLowerCase())
    let named = 0
    const unknown: string[] = []
    for await (const file of glob(`docs/guides/*/*.${language}.md`, { cwd: projectPath('.') })) {
      // The first paragraphs are the title and the line of languages.
      const [, ...paragraphs] = readFileSync(projectPath(file), 'utf8').split(/\n\n(?=[^[])/)
      for (const [, name = ''] of paragraphs.join('\n\n').matchAll(/(?<!\*)\*([^*]+)\*/g)) {
        named++
        if (!words.has(name.replaceAll(/\s+/g, ' ').toLowerCase())) unknown.push(`${file}: ${name}`)
      }
    }
    expect(unknown).toEqual([])
    expect(named).toBeGreaterThan(20)
  },
)

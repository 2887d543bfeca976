import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkClockOnce } from './clock-once.ts'

const found = (text: string) =>
  checkClockOnce(createProject({ 'src/features/agenda/commands.ts': text })).map(({ line }) => line)

test('finds the second reading of one work, however deep it stands in it', () => {
  expect(
    found('function end() {\nconst at = clock.now()\nif (at < context.clock.now()) refuse()\n}'),
  ).toEqual([3])
  expect(
    found('const end = async () => {\ndayOf(clock)\nawait inside(async () => inside.clock.now())\n}'),
  ).toEqual([3])
  expect(found("app.post('/end', async () => {\nclock.now()\nownDay(application, null)\n})")).toEqual([3])
})

test('lets each request, each job and each function read it for itself', () => {
  expect(found("app.get('/a', () => clock.now())\napp.get('/b', () => clock.now())")).toEqual([])
  expect(found('const jobs = () => [{ run: () => clock.now() }, { run: () => clock.now() }]')).toEqual([])
  expect(found('function one() { clock.now() }\nfunction two() { clock.now() }')).toEqual([])
})

test('lets one reading be asked more than once', () => {
  expect(
    found('function of() {\nconst day = readOnce(clock)\nday.now()\nownDay({ clock: day }, null)\n}'),
  ).toEqual([])
})

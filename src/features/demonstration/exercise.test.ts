import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMailbox } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { seedExercise } from './exercise.commands.ts'

let house: TestApp
beforeAll(async () => {
  house = await openTestApp({ directory: 'none' })
  await seedExercise(house.application)
})
afterAll(() => house.close())

const words = async (address: string) => pageWords((await house.get(address)).body)

test('x', async () => {
  for (const m of await readMailbox(house)) console.log(m.to, m.kind, m.subject)
  const q = (await house.context.database.selectFrom('questions_question').select('slug').executeTakeFirstOrThrow()).slug
  console.log(q, await words(`/fr/exercise/questions/${q}`))
  console.log(await words(`/ko/exercise/practices`))
  console.log(await words(`/fr/exercise`))
  console.log(await words(`/fr/exercise/practices/people`))
})

import { beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openLetters } from '../../../../test/support/letters.ts'
import { pageWords } from '../../../../test/support/page-words.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters()
  return fixture.house.close
})

test('gathered anew, a letter keeps what its editor made of it and says what came and went', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin } = other
  other.tell([other.item('event:1', 'Semaine'), other.item('event:2', 'Mission')])
  await begin()
  const part = await other.partId()
  const form = `/fr/${letters}/draft/parts/${part}/items/event%3A1`
  await other.send(form, { 'title.fr.text': 'Notre semaine', action: 'save' })
  await keeper.post(`/fr/${letters}/draft/changes`, { action: `hide ${part} event:1` })
  other.tell([other.item('event:1', 'Semaine déplacée'), other.item('event:3', 'Festival')])
  const gathered = await keeper.post(`/fr/${letters}/draft/gathering`)
  const words = pageWords((await keeper.get(String(gathered.headers.location).split('#')[0] ?? '')).body)
  expect(words).not.toContain('Rien n’a changé')
  expect(words).toContain('Notre semaine')
  expect(words).toMatch(/1 nouvelle est arrivée\s+Festival/)
  expect(words).toMatch(/1 nouvelle n’y est plus\s+Mission/)
  expect(words).toMatch(/1 nouvelle a changé sous votre formulation\s+Notre semaine/)
  expect(words).toContain('masqué')
  expect(pageWords((await keeper.get(form)).body)).toContain('Semaine déplacée')
  await keeper.post(form, { action: 'reset' })
  expect((await keeper.get(`/fr/${letters}/draft`)).body).not.toContain('Notre semaine')
  await keeper.post(`/fr/${letters}/draft/gathering`)
  expect(pageWords((await keeper.get(`/fr/${letters}/draft?done=gathered`)).body)).toContain(
    'Rien n’a changé',
  )
})

test('items are put in order by buttons alone; gathered anew they stay so, and go back to where they were', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin } = other
  const told = (...names: string[]) => other.tell(names.map((name) => other.item(`event:${name}`, name)))
  const titles = async () => {
    const page = (await keeper.get(`/fr/${letters}/draft`)).body
    return [...page.matchAll(/id="item-event:(\w+)"/g)].map(([, name]) => name).join('')
  }
  told('A', 'B', 'C')
  await begin()
  const part = await other.partId()
  const press = (action: string) => keeper.post(`/fr/${letters}/draft/changes`, { action })
  expect((await press(`up ${part} event:C`)).headers.location).toBe(`/fr/${letters}/draft#item-event%3AC`)
  expect(await titles()).toBe('ACB')
  // Nothing is above the first, and unknown keys move nothing.
  await press(`up ${part} event:A`)
  await press(`down ${part} event:X`)
  expect(await titles()).toBe('ACB')
  told('N', 'A', 'B', 'C')
  await keeper.post(`/fr/${letters}/draft/gathering`)
  expect(await titles()).toBe('ACBN')
  expect((await keeper.get(`/fr/${letters}/draft/preview?width=text`)).body).toMatch(
    /\* A\n[\s\S]*\* C\n[\s\S]*\* B\n[\s\S]*\* N\n/,
  )
  await press(`reorder ${part}`)
  expect(await titles()).toBe('NABC')
  expect((await keeper.get(`/fr/${letters}/draft`)).body).not.toContain(`value="reorder`)
  // A part that was moved and moved back follows its source again.
  await press(`down ${part} event:N`)
  expect((await keeper.get(`/fr/${letters}/draft`)).body).toContain(`value="reorder ${part}"`)
  await press(`up ${part} event:N`)
  told('A', 'M', 'N')
  await keeper.post(`/fr/${letters}/draft/gathering`)
  expect(await titles()).toBe('AMN')
})

test('what a source leaves out is told to editors, and what there is more of to readers everywhere', async () => {
  const other = await fixture.another()
  const { house: testApp, letters, keeper, begin, act } = other
  other.tell([other.item('event:1', 'Semaine')])
  other.leave([
    { kind: 'more', count: 12, path: '/agenda?when=past' },
    { kind: 'unconfirmed', count: 2, path: '/agenda?when=past&status=planned' },
  ])
  await begin()
  const draft = (await keeper.get(`/fr/${letters}/draft`)).body
  expect(pageWords(draft)).toContain('12 autres ne sont pas dans la lettre')
  expect(pageWords(draft)).toContain('2 événements prévus sont sans nouvelles depuis leur date')
  const network = letters.split('/')[0]
  expect(draft).toContain(`href="/fr/${network}/agenda?when=past&amp;status=planned"`)
  const mail = (await keeper.get(`/fr/${letters}/draft/preview/html?in=ko`)).body
  const text = (await keeper.get(`/fr/${letters}/draft/preview?in=en&width=text`)).body
  expect(mail).toContain(`href="http://localhost:3000/ko/${network}/agenda?when=past"`)
  expect(pageWords(mail)).toContain('12건 더 보기')
  expect(pageWords(text)).toContain(`See 12 more: http://localhost:3000/en/${network}/agenda?when=past`)
  await act('approve')
  await act('publish')
  for (const address of [`/fr/${letters}/1`, `/fr/${letters}.rss`]) {
    const { body } = await testApp.get(address)
    expect(body.replaceAll('\u202f', ' ')).toContain('Voir 12 autres annonces')
    expect(body).not.toContain('sans nouvelles')
  }
  // Gathering again shows the present state.
  other.leave([])
  await begin()
  await keeper.post(`/fr/${letters}/draft/gathering`)
  expect(pageWords((await keeper.get(`/fr/${letters}/draft`)).body)).not.toContain(
    'ne sont pas dans la lettre',
  )
})

test('an item that goes while somebody words it gives the words back, to become a text of the letter', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin } = other
  const draft = `/fr/${letters}/draft`
  other.tell([other.item('event:1', 'Semaine'), other.item('event:2', 'Mission')])
  await begin()
  const form = `${draft}/parts/${await other.partId()}/items/event%3A2`
  const { seen = '' } = await fieldsOf(keeper, form)
  other.tell([other.item('event:1', 'Semaine')])
  await keeper.post(`${draft}/gathering`)
  const typed = {
    seen,
    action: 'save',
    'title.fr.text': 'Notre mission <à Séoul>',
    'title.original': 'fr',
    'text.fr.text': 'Deux jours,\n\nde mairie en mairie.',
    'text.ko.text': '이틀간의 방문',
  }
  const answer = await keeper.post(form, typed)
  expect(answer.statusCode).toBe(409)
  expect(pageWords(answer.body)).toContain('Cette nouvelle n’est plus dans la lettre')
  expect(answer.body).toContain('value="Notre mission &lt;à Séoul>"')
  expect(answer.body).toContain('Deux jours,\n\nde mairie en mairie.</textarea>')
  expect(answer.body).toContain('이틀간의 방문</textarea>')
  expect((await keeper.get(draft)).body).not.toContain('Notre mission')
  // Sent on, and once more by a second click, it becomes one text of the letter.
  const id = /name="seen" value="([^"]*)"/.exec(answer.body)?.[1] ?? ''
  expect(answer.body).toContain(`action="${draft}/new/text"`)
  for (const _ of ['once', 'twice'])
    expect((await keeper.post(`${draft}/new/text`, { ...typed, seen: id })).headers.location).toBe(
      `${draft}#part-${id}`,
    )
  const letter = (await keeper.get(`${draft}/preview?width=text`)).body
  expect(letter.split('Deux jours').length).toBe(2)
  expect(await other.freeParts()).toEqual([id])
  // A visitor who follows a link, or asks for the gathered words, has typed nothing: they see the present state.
  expect((await keeper.get(form)).headers.location).toBe(`${draft}?done=late`)
  expect((await keeper.post(form, { action: 'reset' })).headers.location).toBe(`${draft}?done=late`)
  // People who do not compose letters learn nothing of it.
  expect((await other.house.get(form)).statusCode).toBe(404)
})

test('an item of which only the title was worded gives that back as a text', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin } = other
  other.tell([other.item('event:1', 'Semaine')])
  await begin()
  const form = `/fr/${letters}/draft/parts/${await other.partId()}/items/event%3A1`
  const fields = await fieldsOf(keeper, form)
  other.tell([])
  await keeper.post(`/fr/${letters}/draft/gathering`)
  const answer = await keeper.post(form, { ...fields, 'title.fr.text': 'La semaine à Icheon' })
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('>La semaine à Icheon</textarea>')
})

test('what was worded of an item that goes is kept among what was taken out, and put back as a text', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin } = other
  const draft = `/fr/${letters}/draft`
  other.tell([other.item('event:1', 'Semaine'), other.item('event:2', 'Mission')])
  await begin()
  const form = `${draft}/parts/${await other.partId()}/items/event%3A2`
  await other.send(form, { 'title.fr.text': 'Notre mission', 'text.fr.text': 'À Séoul.', action: 'save' })
  other.tell([other.item('event:1', 'Semaine')])
  await keeper.post(`${draft}/gathering`)
  const page = (await keeper.get(draft)).body
  expect(pageWords(page)).toContain('sont gardées parmi les rubriques retirées')
  expect(pageWords(page)).toMatch(/Rubriques retirées\s+Texte – Notre mission/)
  expect((await keeper.get(`${draft}/preview?width=text`)).body).not.toContain('À Séoul.')
  const restore = /value="(restore [^"]+)"/.exec(page)?.[1] ?? ''
  await keeper.post(`${draft}/changes`, { action: restore })
  expect((await keeper.get(`${draft}/preview?width=text`)).body).toContain('À Séoul.')
  // Gathering once more stores nothing twice and reports nothing.
  await keeper.post(`${draft}/gathering`)
  expect((await keeper.get(`${draft}/preview?width=text`)).body.split('À Séoul.').length).toBe(2)
  const again = pageWords((await keeper.get(draft)).body)
  expect(again).not.toContain('sont gardées parmi')
  expect(again).not.toContain('Rubriques retirées')
})

import formbody from '@fastify/formbody'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { multipartBody } from '../../../test/support/multipart.ts'
import { openTestApp } from '../../../test/support/open-test-app.ts'
import type { PageRequest } from '../../platform/http/page-request.ts'
import { addUploads } from '../../platform/http/server.ts'
import { pagesOf, type Visit } from '../../platform/http/visit.ts'
import { fieldError, readForm, says } from '../../platform/input/form.ts'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { Field } from './field.tsx'
import { addForm, addFormPage, type FormPage, type FormPlace } from './form-page.tsx'
import { RepeatedParts } from './repeated-parts.tsx'

type Choices = ReadonlySet<string>

const place: FormPlace<PageRequest, Choices> = {
  send: ({ reply, reader }, { status, children }) =>
    reply
      .code(status)
      .type('text/html')
      .send(renderFor(reader, () => <main>{children}</main>)),
  goOn: ({ reply }, address) => reply.redirect(address, 303),
  pick: async (_visit, values, { filled }) => ({
    choices: new Set(filled),
    errors: filled
      .filter((name) => values[name] === 'nobody')
      .map((name) => fieldError(name, 'ui.form.wrong')),
  }),
}

const schema = z.object({ name: z.string().min(1, says('ui.form.missing')), body: z.string().default('') })

async function open(more: Partial<FormPage<PageRequest, z.output<typeof schema>, Choices>> = {}) {
  const { application, context } = await openTestApp()
  const app = fastify()
  await app.register(formbody)
  if (more.upload) addUploads(app)
  const saved: unknown[] = []
  const pages = pagesOf(app, application)
  const openPage = (visit: Visit) => ({ ...visit, context, writing: context, reader: uiReader('fr') })
  addFormPage(place, pages, '/post', {
    open: openPage,
    title: () => 'Poste',
    lead: () => 'Ce qu’il faut savoir',
    path: '/post',
    submit: 'ui.form.missing',
    values: () => ({ name: 'Accueil' }),
    schema,
    pickers: ['body'],
    lists: ['notes'],
    fields: () => (
      <>
        <Field name="name" label="Nom" />
        <Field name="body" label="Organisme" />
        <RepeatedParts name="notes" label="Notes" titleOf={(index) => `Note ${index + 1}`} addLabel="Ajouter">
          {(prefix) => <Field name={`${prefix}.text`} label="Texte" />}
        </RepeatedParts>
      </>
    ),
    save: async (_visit, typed, choices) => {
      saved.push(typed, [...choices])
      return '/done'
    },
    ...more,
  })
  const send = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/post?now=2017-07-08',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    })
  return { app, pages, openPage, saved, send }
}

test('draws the form with what there is', async () => {
  const { app } = await open()
  const { statusCode, body } = await app.inject('/post')
  expect(statusCode).toBe(200)
  expect(body).toContain('<form class="form" method="post" action="/post" novalidate>')
  expect(body).toContain('value="Accueil"')
  expect(body).not.toContain('role="alert"')
})

test('saves what was typed and picked, and leads on', async () => {
  const { saved, send } = await open()
  const { statusCode, headers } = await send('name=Culture&body=Limoges')
  expect([statusCode, headers.location]).toEqual([303, '/done'])
  expect(saved).toEqual([{ name: 'Culture', body: 'Limoges' }, ['body']])
})

test('comes back with all that is wrong at once, in its list and beside each field', async () => {
  const { saved, send } = await open()
  const { statusCode, body } = await send('name=&body=nobody')
  expect(statusCode).toBe(422)
  expect([...body.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id)).toEqual(['field-name', 'field-body'])
  expect(body).toContain('id="field-name-error"')
  expect(body).toContain('value="nobody"')
  expect(saved).toEqual([])
})

test('comes back with what only the command could know', async () => {
  const { send } = await open({ save: async () => [fieldError('name', 'ui.form.wrong')] })
  const { statusCode, body } = await send('name=Culture')
  expect(statusCode).toBe(422)
  expect(body).toContain('value="Culture"')
  expect(body).toContain('id="field-name-error"')
})

test('tells what it checks together with what the schema says', async () => {
  const { send } = await open({ check: () => [fieldError('body', 'ui.form.wrong')] })
  const { statusCode, body } = await send('name=')
  expect(statusCode).toBe(422)
  expect([...body.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id)).toEqual(['field-name', 'field-body'])
})

test('comes once more where somebody changed the same meanwhile, with what was typed', async () => {
  const { send } = await open({ save: async () => ({ values: { name: 'Typed' }, status: 409 }) })
  const { statusCode, body } = await send('name=Culture')
  expect(statusCode).toBe(409)
  expect(body).toContain('value="Typed"')
  expect(body).not.toContain('role="alert"')
})

test('tells what was done on a page of its own', async () => {
  const told = { title: 'Envoyé', description: 'Envoyé', children: <p>Un courriel suit.</p> }
  const { send } = await open({ save: async () => told })
  const { statusCode, body } = await send('name=Culture')
  expect([statusCode, body]).toEqual([200, '<main><p>Un courriel suit.</p></main>'])
})

test('a button of a list adds a part, and refuses nothing meanwhile', async () => {
  const { saved, send } = await open()
  const { statusCode, body } = await send('name=&action=add:notes')
  expect(statusCode).toBe(200)
  expect(body).toContain('name="notes.0.text"')
  expect(body).not.toContain('role="alert"')
  expect(saved).toEqual([])
})

test('shows what saving found, without what was done in a transaction that is over', async () => {
  const { send } = await open({
    isOnce: true,
    page: ({ writing, context, reader }, form) => (
      <>
        <h1>{`${reader.language} ${writing === context}`}</h1>
        {form}
      </>
    ),
    save: async (visit) => ({ visit: { ...visit, reader: uiReader('ko') } }),
  })
  const { statusCode, body } = await send('name=Culture')
  expect(statusCode).toBe(422)
  expect(body).toContain('<h1>ko true</h1>')
  expect(body).toContain('value="Culture"')
})

test('leaves a form that was answered otherwise alone', async () => {
  const { send } = await open({
    save: async ({ reply }) => {
      reply.code(201).send('made')
      return null
    },
  })
  const { statusCode, body } = await send('name=Culture')
  expect([statusCode, body]).toEqual([201, 'made'])
})

test('takes files with the fields, and tells what is wrong with one of them alone', async () => {
  const names: string[] = []
  const { app, saved } = await open({
    upload: { fields: ['file'], mostBytes: 10 },
    save: async ({ upload }, typed) => {
      saved.push(typed)
      names.push(...upload.files.map(({ name }) => name))
      return '/done'
    },
  })
  const sendFile = async (bytes: string) => {
    const { payload, headers } = await multipartBody({ name: '' }, [
      { field: 'file', name: 'list.csv', bytes },
    ])
    return app.inject({ method: 'POST', url: '/post', payload, headers })
  }
  expect((await app.inject('/post')).body).toContain(
    'action="/post" enctype="multipart/form-data" novalidate',
  )
  const large = await sendFile('much more than ten')
  expect(large.statusCode).toBe(422)
  expect([...large.body.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id)).toEqual(['field-file'])
  expect((await sendFile('little')).body).toContain('id="field-name-error"')
  const { payload, headers } = await multipartBody({ name: 'Culture' }, [
    { field: 'file', name: 'list.csv', bytes: 'little' },
  ])
  const done = await app.inject({ method: 'POST', url: '/post', payload, headers })
  expect([done.headers.location, saved, names]).toEqual([
    '/done',
    [{ name: 'Culture', body: '' }],
    ['list.csv'],
  ])
})

test('lets a form say itself how it is read', async () => {
  const { app, pages, openPage } = await open()
  addForm(place, pages, '/own', {
    open: openPage,
    lists: ({ reader }) => [`notes-${reader.language}`],
    redraw: (values, { reader }) => (values.map === reader.language ? { drawn: 'map' } : null),
    schema: (_, values) => {
      const reading = readForm(z.object({ name: z.string() }), values)
      return reading.valid
        ? { ...reading, values: { name: 'read' }, data: reading.data.name.length }
        : { valid: false, values: { name: 'none' }, errors: [fieldError('name', 'ui.form.wrong')] }
    },
    again: ({ reply }, form) =>
      reply.send({ status: reply.statusCode, ...form.values, wrong: form.errors.length }),
    save: async (_, length, __, values) => `/${length}/${values.name}`,
  })
  const send = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/own',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    })
  expect((await send('name=four')).headers.location).toBe('/4/read')
  expect((await send('title=four')).json()).toEqual({ status: 422, name: 'none', wrong: 1 })
  expect((await send('map=fr')).json()).toEqual({ status: 200, drawn: 'map', wrong: 0 })
  expect((await send('action=add:notes-fr')).json()).toMatchObject({ status: 200, 'notes-fr.0.part': '' })
})

test('leaves a form alone whose opener has answered by the time it would be drawn again', async () => {
  let opened = 0
  const { openPage } = await open()
  const { send } = await open({
    open: (visit: Visit) => {
      opened += 1
      if (opened === 1) return openPage(visit)
      visit.reply.redirect('/gone', 303)
      return null
    },
    save: async () => ({ status: 409 }),
  })
  expect((await send('name=Culture')).headers.location).toBe('/gone')
})

test('an opener that has answered already is not answered again', async () => {
  const { app } = await open({
    open: ({ reply }: Visit) => {
      reply.redirect('/sign-in', 303)
      return null
    },
  })
  expect((await app.inject('/post')).headers.location).toBe('/sign-in')
})

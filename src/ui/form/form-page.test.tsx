import formbody from '@fastify/formbody'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../../test/support/open-test-app.ts'
import type { PageRequest } from '../../platform/http/page-request.ts'
import { pagesOf, type Visit } from '../../platform/http/visit.ts'
import { fieldError, says } from '../../platform/input/form.ts'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { Field } from './field.tsx'
import { addFormPage, type FormPage, type FormPlace } from './form-page.tsx'
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

async function open(more: Partial<FormPage<PageRequest, typeof schema, Choices>> = {}) {
  const { application, context } = await openTestApp()
  const app = fastify()
  await app.register(formbody)
  const saved: unknown[] = []
  addFormPage(place, pagesOf(app, application), '/post', {
    open: (visit: Visit) => ({ ...visit, context, writing: context, reader: uiReader('fr') }),
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
  return { app, saved, send }
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

test('an opener that has answered already is not answered again', async () => {
  const { app } = await open({
    open: ({ reply }: Visit) => {
      reply.redirect('/sign-in', 303)
      return null
    },
  })
  expect((await app.inject('/post')).headers.location).toBe('/sign-in')
})

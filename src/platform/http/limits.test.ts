import rateLimit from '@fastify/rate-limit'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { limits } from './limits.ts'

test('answers one place as often as a limit says, and then no more, each route for itself', async () => {
  const app = fastify()
  await app.register(rateLimit, { max: 1, timeWindow: '1 minute' })
  app.get('/correction', limits.corrections, async () => '')
  app.get('/map', limits.maps, async () => '')
  const ask = async (url: string, remoteAddress = '192.0.2.1') => {
    const { statusCode } = await app.inject({ url, remoteAddress })
    return statusCode
  }
  for (let time = 0; time < 10; time++) expect(await ask('/correction')).toBe(200)
  expect(await ask('/correction')).toBe(429)
  expect(await ask('/correction', '192.0.2.2')).toBe(200)
  for (let time = 0; time < 60; time++) expect(await ask('/map')).toBe(200)
  expect(await ask('/map')).toBe(429)
})

test('lets through as many as each thing bears', () => {
  const told = Object.entries(limits).map(([name, { config }]) => {
    const { max, timeWindow } = config.rateLimit
    return `${name}: ${max} in ${timeWindow}`
  })
  expect(told).toEqual([
    'mail: 60 in 1 hour',
    'mailing: 20 in 1 hour',
    'answers: 120 in 1 hour',
    'visitors: 30 in 1 hour',
    'offices: 60 in 1 hour',
    'corrections: 10 in 1 hour',
    'searches: 60 in 1 hour',
    'downloads: 30 in 1 minute',
    'sitemaps: 20 in 1 minute',
    'maps: 60 in 1 minute',
    'suggestions: 200 in 1 minute',
    'autosaves: 600 in 1 minute',
    'metrics: 60 in 1 minute',
  ])
})

import { expect, it } from 'vitest'
import { type Room, rooms } from './room.ts'

it('makes each room smaller than the one before, in something, and larger in nothing', () => {
  for (const [index, room] of rooms.slice(1).entries()) {
    const before = sizes(rooms[index]!)
    const now = sizes(room)
    expect(now.every((size, at) => size <= before[at]!)).toBe(true)
    expect(now).not.toEqual(before)
  }
})

it('keeps in the smallest only the first party and the title of the note', () => {
  const { parties, explanations, usefulWords, picture, ...rest } = rooms.at(-1)!
  expect({ parties, explanations, usefulWords, picture }).toEqual({
    parties: 1,
    explanations: false,
    usefulWords: false,
    picture: false,
  })
  expect(Object.values(rest).every((size) => size === 0)).toBe(true)
})

const sizes = (room: Room): number[] => Object.values(room).map(Number)

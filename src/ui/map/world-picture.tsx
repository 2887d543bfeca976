import type { World } from './world.ts'

/** The small world: the places of both countries and the shortest way between them. */
export function WorldPicture({ world, x, y }: { world: World; x: number; y: number }) {
  return (
    <g class="map-world" transform={`translate(${x} ${y})`}>
      <path class="map-world-land" d={world.land} />
      {world.countries.map((country, side) => (
        <path key={side} class={`map-world-country side-${side + 1}`} d={country} />
      ))}
      {world.arc ? <path class="map-world-arc" d={world.arc} /> : null}
      {world.centres.map(([cx, cy], side) => (
        <circle key={side} class={`map-world-country side-${side + 1}`} cx={cx} cy={cy} r="3" />
      ))}
    </g>
  )
}

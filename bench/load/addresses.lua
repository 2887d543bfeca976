-- Asks for the addresses of a file one after the other, from a place in it, and ends with one line of JSON.
local requests = {}
local at = 0

local function next_request()
  at = at % #requests + 1
  return requests[at]
end

function init(args)
  for line in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format('GET', line)
    wrk.path = line
  end
  at = tonumber(args[2])
  -- With one address nothing need be worked out for each request, which spares the load generator.
  if #requests > 1 then request = next_request end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"failed":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end

-- wrk: asks for the paths in the file that PATHS names, one after the other, each connection from another place.
local paths = {}
for line in io.lines(os.getenv("PATHS")) do
  paths[#paths + 1] = line
end
local at = 0
function setup(thread)
  thread:set("first", math.random(#paths))
end
function init()
  at = first
end
function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
function response(status)
  if status ~= 200 then
    failed = (failed or 0) + 1
    if failed < 4 then print("answered " .. status) end
  end
end

package pikett.playground.page;

import java.net.URI;
import java.util.Optional;
import pikett.playground.telegram.Cloud;
import pikett.playground.world.World;

/// What the page shows.
///
/// @param cast who one can be
/// @param api the address that a bot of one's own would use, shown for copying
/// @param token its token
/// @param world the world beside the phone, if there is one
public record Stage(Cloud cloud, Cast cast, URI api, String token, Optional<World> world) {}

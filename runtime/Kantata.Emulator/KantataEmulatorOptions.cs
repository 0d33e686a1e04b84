using Kantata.Spec.Model;

namespace Kantata.Emulator;

/// <summary>How a <see cref="KantataEmulator"/> behaves. Changes after the start have no effect.</summary>
public sealed class KantataEmulatorOptions
{
    /// <summary>
    /// The file that holds the first records, each under its id in its collection, exactly as responses hold them; null for
    /// none. Not together with <see cref="SeedJson"/>.
    /// </summary>
    public string? SeedFile { get; set; }

    /// <summary>What <see cref="SeedFile"/> would hold, as text; null for none.</summary>
    public string? SeedJson { get; set; }

    /// <summary>
    /// The paths of your own documents of the API: pages of operations, schemas and overlays, in the forms that the generator takes.
    /// One about the same operation or entity as a bundled one replaces it. Empty at first.
    /// </summary>
    public IList<string> Documents { get; } = [];

    /// <summary>The bearer token that is let in; every other one is answered with 401.</summary>
    public string AccessToken { get; set; } = "emulator-access-token";

    /// <summary>The application that can get the token from users.</summary>
    public KantataEmulatorOAuthOptions OAuth { get; } = new();

    /// <summary>The TCP port on the loopback address, 0 to 65535; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>What <c>created_at</c> and <c>updated_at</c> are taken from, and the clock of faults that take time and of OAuth's codes.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Whether a filter or an order whose meaning is unknown here has no effect. It is answered with 501 otherwise, so that no
    /// test passes because a filter was ignored.
    /// </summary>
    public bool AllowUnknownFilters { get; set; }

    /// <summary>
    /// Whether a request may name a record that does not exist, as the <c>workspace_id</c> of something new. It is answered with
    /// 422 otherwise.
    /// </summary>
    public bool AllowUnknownReferences { get; set; }

    /// <summary>What is served instead of the API of the bundled documents.</summary>
    internal ApiModel? Model { get; set; }
}

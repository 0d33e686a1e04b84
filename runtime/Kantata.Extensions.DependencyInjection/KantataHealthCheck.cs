using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kantata.Extensions.DependencyInjection;

/// <summary>Asks the API who the caller is: the cheapest answer that needs a valid token.</summary>
internal sealed class KantataHealthCheck(KantataClientBase client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await client.SendAsync(HttpMethod.Get, "/users/me", cancellationToken: cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (KantataException e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e.Message, e);
        }
    }
}

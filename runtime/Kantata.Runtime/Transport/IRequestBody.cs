namespace Kantata.Runtime;

/// <summary>What a request sends. Each try gets content of its own.</summary>
internal interface IRequestBody
{
    HttpContent CreateContent();
}

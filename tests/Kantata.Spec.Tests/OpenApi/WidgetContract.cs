namespace Kantata.Spec.Tests.OpenApi;

/// <summary>A small API in the style of the real one.</summary>
internal static class WidgetContract
{
    public const string Swagger = """
        {
          "swagger": "2.0",
          "info": { "title": "Widgets", "version": "1.0.0" },
          "host": "api.example.com",
          "basePath": "/api/v1",
          "tags": [ { "name": "Widgets", "description": "A widget is a small thing." } ],
          "paths": {
            "/widgets": {
              "get": {
                "tags": [ "Widgets" ],
                "summary": "Fetching a list of Widgets",
                "description": "Lists widgets.",
                "operationId": "Get Widgets",
                "produces": [ "application/json" ],
                "parameters": [
                  { "in": "query", "name": "story_ids", "type": "string", "description": "Keeps those of the tasks with these IDs, given as a comma-separated list." },
                  { "in": "query", "name": "kind", "type": "string", "description": "Keeps those of a kind. Valid values: `round` and `square`." },
                  { "in": "query", "name": "page", "type": "integer", "default": 1, "minimum": 1 },
                  { "in": "query", "name": "include", "type": "string", "description": "Any of these:\n- `story` (Story) - The task. The response will include `story_id`, which references the data in the `stories` top-level key." },
                  { "in": "query", "name": "order", "type": "string", "description": "Valid values: `created_at:asc` and `created_at:desc`. The default is `created_at:desc`." }
                ],
                "responses": {
                  "200": { "description": "ok", "schema": { "$ref": "#/definitions/Widget::Response" } },
                  "401": { "description": "no", "schema": { "$ref": "#/definitions/Errors" } }
                }
              },
              "post": {
                "tags": [ "Widgets" ],
                "summary": "Creating a Widget",
                "operationId": "Create Widget",
                "consumes": [ "application/json" ],
                "produces": [ "application/json" ],
                "parameters": [
                  { "in": "body", "name": "body", "required": true, "schema": { "type": "object", "properties": {
                    "widget": { "type": "object", "required": [ "title" ], "properties": {
                      "title": { "type": "string", "description": "The title." },
                      "kind": { "type": "string", "enum": [ "round", "square" ] },
                      "story_id": { "type": "integer" } } } } } }
                ],
                "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Widget::Response" } } }
              }
            },
            "/widgets/{id}": {
              "parameters": [ { "in": "path", "name": "id", "type": "integer", "required": true, "description": "The ID of the widget." } ],
              "delete": {
                "tags": [ "Widgets" ],
                "summary": "Deleting a Widget",
                "operationId": "Delete Widget",
                "responses": { "204": { "description": "gone" } }
              }
            }
          },
          "definitions": {
            "Widget": { "type": "object", "title": "Widget", "properties": { "title": { "type": "string" }, "story_id": { "type": "string", "description": "Present only when `story` is included." } } },
            "Widgets::Story": { "type": "object", "properties": { "title": { "type": "string" } } },
            "Story": { "type": "object", "properties": { "title": { "type": "string" } } },
            "Errors": { "type": "object", "properties": { "errors": { "type": "array", "items": { "type": "object" } } } },
            "Widget::Response": { "type": "object", "properties": {
              "count": { "type": "integer" },
              "results": { "type": "array", "items": { "type": "object", "properties": { "key": { "type": "string" }, "id": { "type": "string" } } } },
              "widgets": { "type": "object", "additionalProperties": { "$ref": "#/definitions/Widget" } },
              "stories": { "type": "object", "additionalProperties": { "$ref": "#/definitions/Story" } } } }
          }
        }
        """;

    /// <summary>The same as OpenAPI 3.</summary>
    public static string OpenApi(string version) => $$"""
        {
          "openapi": "{{version}}",
          "info": { "title": "Widgets", "version": "1.0.0" },
          "tags": [ { "name": "Widgets", "description": "A widget is a small thing." } ],
          "paths": {
            "/widgets": {
              "get": {
                "tags": [ "Widgets" ],
                "summary": "Fetching a list of Widgets",
                "description": "Lists widgets.",
                "operationId": "Get Widgets",
                "parameters": [
                  { "in": "query", "name": "story_ids", "schema": { "type": "string" }, "description": "Keeps those of the tasks with these IDs, given as a comma-separated list." },
                  { "in": "query", "name": "kind", "schema": { "type": "string" }, "description": "Keeps those of a kind. Valid values: `round` and `square`." },
                  { "in": "query", "name": "page", "schema": { "type": "integer", "default": 1, "minimum": 1 } },
                  { "in": "query", "name": "include", "schema": { "type": "string" }, "description": "Any of these:\n- `story` (Story) - The task. The response will include `story_id`, which references the data in the `stories` top-level key." },
                  { "in": "query", "name": "order", "schema": { "type": "string" }, "description": "Valid values: `created_at:asc` and `created_at:desc`. The default is `created_at:desc`." }
                ],
                "responses": {
                  "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Widget::Response" } } } },
                  "401": { "description": "no", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Errors" } } } }
                }
              },
              "post": {
                "tags": [ "Widgets" ],
                "summary": "Creating a Widget",
                "operationId": "Create Widget",
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "properties": {
                  "widget": { "type": "object", "required": [ "title" ], "properties": {
                    "title": { "type": "string", "description": "The title." },
                    "kind": { "type": "string", "enum": [ "round", "square" ] },
                    "story_id": { "type": "integer" } } } } } } } },
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Widget::Response" } } } } }
              }
            },
            "/widgets/{id}": {
              "parameters": [ { "in": "path", "name": "id", "schema": { "type": "integer" }, "required": true, "description": "The ID of the widget." } ],
              "delete": {
                "tags": [ "Widgets" ],
                "summary": "Deleting a Widget",
                "operationId": "Delete Widget",
                "responses": { "204": { "description": "gone" } }
              }
            }
          },
          "components": {
            "schemas": {
              "Widget": { "type": "object", "title": "Widget", "properties": { "title": { "type": "string" }, "story_id": { "type": "string", "description": "Present only when `story` is included." } } },
              "Widgets::Story": { "type": "object", "properties": { "title": { "type": "string" } } },
              "Story": { "type": "object", "properties": { "title": { "type": "string" } } },
              "Errors": { "type": "object", "properties": { "errors": { "type": "array", "items": { "type": "object" } } } },
              "Widget::Response": { "type": "object", "properties": {
                "count": { "type": "integer" },
                "results": { "type": "array", "items": { "type": "object", "properties": { "key": { "type": "string" }, "id": { "type": "string" } } } },
                "widgets": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Widget" } },
                "stories": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Story" } } } }
            }
          }
        }
        """;
}

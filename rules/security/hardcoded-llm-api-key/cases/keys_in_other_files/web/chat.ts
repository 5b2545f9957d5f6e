import OpenAI from "openai";

export const client = new OpenAI({ apiKey: "sk-proj-CsMehGAkWvj7FAc9QeWJKY40uvSwMFLZDe1f8rESQedUStPK", dangerouslyAllowBrowser: true });

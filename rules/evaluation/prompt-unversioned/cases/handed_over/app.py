from flask import Flask

from bot.handlers import pages

app = Flask(__name__)
app.register_blueprint(pages)
